"""The site as it is benchmarked: static files collected, its database at DATABASE_URL or under VAR_DIR."""

from environs import Env

from config.settings.base import *
from config.settings.base import VAR_DIR
from config.settings.elasticsearch import read_elasticsearch

SECRET_KEY = "benchmarks"
ALLOWED_HOSTS = ["localhost"]
env = Env()
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}") | {"CONN_MAX_AGE": 60}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "club@example.org"
# As in `make run`: what a publish leaves to the background is recorded, and nobody does it here.
TASKS = {
    "default": {
        "BACKEND": "core.jobs.backend.JobBackend",
        "OPTIONS": {"runner": "core.jobs.thread.ThreadRunner"},
    }
}
# A server only where the environment names one.
SEARCH_ELASTICSEARCH = read_elasticsearch(env)
