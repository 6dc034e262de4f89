"""The site for others. Secrets and addresses come from the environment; whatever is missing is named at once."""

from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError, EnvValidationError

from config.settings.base import *
from config.settings.elasticsearch import read_elasticsearch

env = Env(eager=False)


@env.parser_for("secret")
def _secret(value):
    if len(value) < 50 or len(set(value)) < 5:
        raise EnvError("Needs at least 50 characters, made by chance.")
    return value


@env.parser_for("names")
def _names(value):
    names = [name.strip() for name in value.split(",") if name.strip()]
    if not names or "*" in names:
        raise EnvError("Needs the names that the site answers to, with commas between them; never *.")
    return names


@env.parser_for("site_url")
def _site_url(value):
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EnvError("Needs an address such as https://club.example.org.")
    return value.rstrip("/")


@env.parser_for("postgres_url")
def _postgres_url(value):
    if urlsplit(value).scheme not in ("postgres", "postgresql"):
        raise EnvError("Needs a PostgreSQL address such as postgres://club:secret@db:5432/club.")
    return dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True)


@env.parser_for("redis_url")
def _redis_url(value):
    parts = urlsplit(value)
    number = parts.path.strip("/") or "0"
    if parts.scheme not in ("redis", "rediss") or not parts.hostname or not number.isdecimal():
        raise EnvError("Needs a Redis address such as redis://redis:6379/0.")
    return parts._replace(path=f"/{number}")


@env.parser_for("mail_server")
def _mail_server(value):
    parts = urlsplit(value)
    if parts.scheme not in ("smtp", "submission") or not parts.hostname:
        raise EnvError("Needs a mail server such as submission://club:secret@mail.example.org:587.")
    return dj_email_url.parse(value)


@env.parser_for("mail_address")
def _mail_address(value):
    if "@" not in value:
        raise EnvError("Needs the address that the site's mail comes from.")
    return value


SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.site_url("SITE_URL")
_database = env.postgres_url("DATABASE_URL")
_redis = env.redis_url("REDIS_URL")
_mail = env.mail_server("EMAIL_URL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.mail_address("DEFAULT_FROM_EMAIL")
_mailing = {
    "return_address": env.str("MAIL_RETURN_ADDRESS", ""),
    "secret": env.str("MAIL_SECRET", ""),
    "webhook_provider": env.str("MAIL_WEBHOOK_PROVIDER", ""),
    "webhook_secret": env.str("MAIL_WEBHOOK_SECRET", ""),
    "rate": env.float("MAIL_RATE", 0),
    "workers": env.int("MAIL_WORKERS", 2),
    "relay_log": env.str("MAIL_RELAY_LOG", ""),
}
SERVE_MEDIA = env.bool("SERVE_MEDIA", False)
_behind_tls_proxy = env.bool("BEHIND_TLS_PROXY", False)
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 1 if _behind_tls_proxy else 0)
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
OPEN_DATA_LICENCE = env.str("OPEN_DATA_LICENCE", OPEN_DATA_LICENCE)
MAP_TILE_URL = env.str("MAP_TILE_URL", "")
MAP_TILE_ATTRIBUTION = env.str("MAP_TILE_ATTRIBUTION", "")
SEARCH_ELASTICSEARCH = read_elasticsearch(env)
_log_level = env.log_level("LOG_LEVEL", "INFO")

try:
    env.seal()
except EnvValidationError as error:
    problems = (f"{name}: {' '.join(messages)}" for name, messages in sorted(error.error_messages.items()))
    raise ImproperlyConfigured(
        "\n  ".join(["The site can't start; docs/settings.md describes each of these:", *problems])
    ) from None

DATABASES = {"default": _database}
REDIS_URL = _redis.geturl()
# The cache has the next database of the same server to itself: forgetting everything there leaves the broker's alone.
_cache = {
    "BACKEND": "core.forgiving_cache.ForgivingRedisCache",
    "LOCATION": _redis._replace(path=f"/{int(_redis.path.strip('/')) + 1}").geturl(),
}
CACHES = {"default": _cache, "pages": _cache | {"KEY_PREFIX": "pages"}}
TASKS = {
    "default": {
        "BACKEND": "core.jobs.backend.JobBackend",
        "OPTIONS": {"runner": "core.jobs.celery_runner.CeleryRunner", "celery_app": "config.celery.app"},
    }
}

MAILING |= _mailing
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10

# Only behind a proxy that sets this header itself: otherwise anybody could claim an encrypted connection.
if _behind_tls_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# The prefix binds a cookie to this very host: no neighbour under the same domain can set or read it.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"one_line": {"()": "core.logs.OneLineFormatter"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "one_line"}},
    "root": {"handlers": ["stdout"], "level": _log_level},
    "loggers": {
        # Without Django's own handlers: everything goes to the root's, nothing by mail.
        "django": {"handlers": [], "level": _log_level, "propagate": True},
        # Each message that came and went, several a minute: core.jobs says what matters.
        **{name: {"level": "WARNING"} for name in ("celery.app.trace", "celery.beat", "celery.worker.strategy")},
        # Each question of each reader: search.engines says what matters.
        "elastic_transport.transport": {"level": "WARNING"},
    },
}
