"""The entry point of Celery's worker and beat: `celery -A config worker`, `celery -A config beat`."""

import os
import ssl

import django
from celery import Celery
from celery.signals import setup_logging
from django.apps import apps
from django.conf import settings
from kombu import Queue

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

if not apps.ready:
    django.setup()

from core.jobs import periodic, tasks, wakes  # they need the apps
from core.jobs.requests import TaskLettingGo

app = Celery("club", task_cls=TaskLettingGo)
app.conf.update(
    # The broker
    broker_url=settings.REDIS_URL,
    broker_use_ssl={"ssl_cert_reqs": ssl.CERT_REQUIRED} if settings.REDIS_URL.startswith("rediss:") else None,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={
        # More than a job may take, or Redis hands it to a second worker (which finds it claimed).
        "visibility_timeout": 60 * 60,
        "socket_connect_timeout": 5,
        "socket_keepalive": True,
        "health_check_interval": 25,
    },
    # Messages are ids and names; how a job ended is in the database.
    accept_content=["json"],
    task_serializer="json",
    result_backend=None,
    task_ignore_result=True,
    task_store_errors_even_if_ignored=False,
    # Queues: an unknown one is a mistake, not a new queue that nobody reads.
    task_queues=[
        Queue(name) for name in sorted({*settings.TASKS["default"].get("QUEUES", ["default"]), *wakes.queues()})
    ],
    task_default_queue="default",
    task_create_missing_queues=False,
    # A message counts as read when its job has ended; a process holds one at a time, so that long ones block nobody.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    # Less than the lease (core/jobs/options.py): whoever may still be running a job still owns it.
    task_soft_time_limit=9 * 60,
    task_time_limit=10 * 60,
    # SIGTERM lets what runs come to its end, however long; SIGQUIT for so many seconds.
    worker_soft_shutdown_timeout=30,
    worker_cancel_long_running_tasks_on_connection_loss=False,
    worker_max_tasks_per_child=1000,
    # Nobody listens to these.
    worker_enable_remote_control=False,
    worker_send_task_events=False,
    worker_hijack_root_logger=False,
    worker_redirect_stdouts=False,
    # Beat only ticks: the database knows what is due (core/jobs/periodic.py), so beat keeps no file. A tick that nobody
    # took within a minute is worth nothing: the next one is there.
    beat_scheduler="core.jobs.beat:Metronome",
    beat_schedule={
        name: {
            "task": tasks.run_periodic.name,
            "schedule": periodic.TICK,
            "args": [name],
            "options": {"expires": periodic.TICK.total_seconds() - 5},
        }
        for name in periodic.registered()
    },
)


@setup_logging.connect
def keep_our_logging(**kwargs):
    """With a receiver here Celery leaves alone what the settings' LOGGING says."""
