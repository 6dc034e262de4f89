"""The site as production has it, on the database of the browser tests, with mail kept in a folder."""

import os

import dj_database_url

from config.settings.production import *
from config.settings.production import SQLITE_OPTIONS, VAR_DIR

DATABASES = {"default": dj_database_url.parse(os.environ["BROWSER_DATABASE_URL"])}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
# No Redis, and no worker: jobs run at once.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
