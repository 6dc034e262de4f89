"""One person's machine: SQLite, no service, no secret, mail in a local inbox."""

from environs import Env

from config.settings.base import *
from config.settings.base import BASE_DIR, SQLITE_OPTIONS, VAR_DIR

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = True
SECRET_KEY = "only-for-this-machine-never-for-a-site-that-others-reach"
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
TASKS = {
    "default": {
        "BACKEND": "core.jobs.backend.JobBackend",
        # The one thread that runs jobs is gone with its process, and whoever starts the next one doesn't want to wait.
        "OPTIONS": {"runner": "core.jobs.thread.ThreadRunner", "lease": 300, "patience": 0},
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PAGE_CACHE_SECONDS = 0  # templates are being written here
MAILING |= {
    "transport": "mailing.transports.backend.BackendTransport",
    "backend": "core.inbox.backend.InboxBackend",
    "workers": 1,
}
INBOX_DIR = VAR_DIR / "inbox"
DEFAULT_FROM_EMAIL = "club@example.org"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
