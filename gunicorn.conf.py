"""How gunicorn serves the site. WEB_CONCURRENCY, WEB_THREADS and PORT come from the environment."""

import os

pythonpath = "platform"
wsgi_app = "config.wsgi"
bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
# A worker that hangs is replaced; an upload of the largest picture over a slow line is done well before.
timeout = 60
graceful_timeout = 30
# Longer addresses than any of ours reach the site, which refuses them with a page in the reader's language.
limit_request_line = 8190
# Fresh workers now and then, at different times, so that a slow leak never adds up.
max_requests = 5000
max_requests_jitter = 500
# The heartbeat file lies in memory: on some disks of containers it blocks.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
# Nobody steers it but its supervisor.
control_socket_disable = True


def post_worker_init(worker):
    """A worker has forked and loaded the site: what goes with a serving process starts in it."""
    from core.companions import start_companions

    start_companions()
