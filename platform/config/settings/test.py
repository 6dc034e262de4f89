"""Tests: everything in memory, fast and alone. DATABASE_URL may name a PostgreSQL."""

from environs import Env

from config.settings.base import *
from config.settings.base import VAR_DIR

env = Env()

SECRET_KEY = "tests"
ALLOWED_HOSTS = ["localhost", "testserver", "127.0.0.1"]
DATABASES = {"default": env.dj_db_url("DATABASE_URL", "sqlite://:memory:")}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Django's test runner lets mail end in `mail.outbox`; tests of the outbox ask for it.
MAILING = {"transport": "mailing.transports.memory.MemoryTransport", "memory": VAR_DIR / "test-mail"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = VAR_DIR / "test-media"
SERVE_MEDIA = True
PAGE_CACHE_SECONDS = 0  # tests that count queries ask for a page twice; those of the cache turn it on
DRAWINGS_DIR = VAR_DIR / "test-drawings"
SEARCH_INDEX_DIR = VAR_DIR / "test-search"  # tests that use it have one of their own
WHITENOISE_AUTOREFRESH = True
