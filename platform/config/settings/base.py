"""What holds everywhere. dev, test and production add what differs."""

import os
from pathlib import Path
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[3]
# Everything that the running site writes lies here.
VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var")

INSTALLED_APPS = [
    "home",
    "newsletters",
    "directory",
    "blog",
    "members",
    "search",
    "mailing",
    "people",
    "taxonomy",
    "images",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "members.apps.AdminUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",  # for its catalogue: the admin says "5 minutes ago" with its words
    "django.forms",
]

MIDDLEWARE = [
    "core.middleware.request_id.RequestIdMiddleware",
    "core.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.headers.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.compression.CompressForOneMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.language.LanguageFromPathMiddleware",
    "core.middleware.addresses.ReadableAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "core.middleware.missing.MissingPageMiddleware",
    "core.changes.guard.AdminChangeMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "core.overlay.templates.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our widgets' templates stand in templates/

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "members.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

# What browsers are told, beside core/middleware/headers.py
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Languages: the first is the source language. A third one is one more line here and its translations.
LANGUAGES = [
    ("bg", _("Bulgarian")),
    ("en", _("English")),
]
LANGUAGE_CODE = "bg"
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# What `manage.py compile_catalogues` compiles, and where to. Ours come first; the overlay completes and betters the
# packages' own words in the admin (docs/translating-the-admin.md).
CATALOGUES = {
    VAR_DIR / "locale": BASE_DIR / "locale",
    VAR_DIR / "overlay": BASE_DIR / "core" / "overlay",
}
LOCALE_PATHS = list(CATALOGUES)
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Sofia"
# Without the names that only some systems have, such as Debian's "localtime", which no browser understands.
WAGTAIL_USER_TIME_ZONES = sorted(name for name in available_timezones() if "/" in name or name == "UTC")

# Pages of anonymous readers are kept for this long, and only while nothing changes (docs/operations.md). 0 keeps none.
PAGE_CACHE_SECONDS = 60 * 60
PAGE_CACHE_BYTES = 32 * 1024 * 1024  # in each worker process

# Where SQLite is the database: requests and the background work write side by side, so readers never wait for a writer,
# and a transaction takes its turn at its beginning rather than failing in the middle.
SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "core.assets.finders.StylesheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STYLESHEET_DIR = VAR_DIR / "assets"  # where static/css/ is joined into one file
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# Whether gunicorn hands out the public folders below itself; else the web server in front of it does.
SERVE_MEDIA = False
# The only folders of MEDIA_ROOT that a web server may hand out. Originals and documents are none of them: documents go
# through a view that knows who may read them, and of images readers get renditions.
PUBLIC_MEDIA_FOLDERS = ["images", "avatar_images"]

# Images
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "images.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILIMAGES_WEBP_QUALITY = 75
WAGTAILIMAGES_AVIF_QUALITY = 50
IMAGES_AVIF_SPEED = 9  # of 0 to 10: a fifth of the time of the default 6, for a fifth more bytes
# Pictures drawn for social networks. Outside MEDIA_ROOT: a view shows them only while their page is public.
DRAWINGS_DIR = VAR_DIR / "drawings"

# Documents
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []

# Search: the index of this node. It is derived from the database: what is lost is made anew.
SEARCH_INDEX_DIR = VAR_DIR / "search"
SEARCH_COUNTS_DAYS = 400  # how long counts of what readers searched for are kept
# The server that is asked before it: see `config.settings.elasticsearch`. None by default.
SEARCH_ELASTICSEARCH = {}

# Mail: all of it goes into the outbox first, and leaves from there (mailing/options.py has all options).
EMAIL_BACKEND = "mailing.backend.OutboxBackend"
MAILING = {"memory": VAR_DIR / "mail"}

# The directory
OPEN_DATA_LICENCE = "CC-BY-4.0"  # its identifier at spdx.org/licenses
# Street tiles below the map, such as https://{s}.tiles.example.org/{z}/{x}/{y}.png; without them only our own outlines.
MAP_TILE_URL = ""
MAP_TILE_ATTRIBUTION = ""

# Wagtail
WAGTAIL_SITE_NAME = _("Social Innovation Club")
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# An untranslated copy never goes live by itself.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Nothing about our editors leaves the house.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
TAGGIT_CASE_INSENSITIVE = True

SILENCED_SYSTEM_CHECKS = []
