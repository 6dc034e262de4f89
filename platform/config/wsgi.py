"""The entry point of gunicorn and every other WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
# What is loaded now stays as long as the process, so the collector needn't go through it again and again: that took a
# twelfth of the time of all requests, and some 80 ms from whoever happened to wait.
gc.collect()
gc.freeze()
