"""The transport that the settings name, one for each thread: its connection outlives a worker's turn."""

import threading

from django.conf import settings
from django.utils.module_loading import import_string

from mailing.options import read_options

_here = threading.local()


def get_transport():
    """This thread's transport. Another one where the settings have changed since."""
    options = read_options()
    chosen = (options.transport, options.backend, settings.EMAIL_HOST, settings.EMAIL_PORT)
    if getattr(_here, "chosen", None) != chosen:
        close_transport()
        _here.transport, _here.chosen = import_string(options.transport)(), chosen
    return _here.transport


def close_transport():
    """Let go of this thread's connection."""
    if getattr(_here, "chosen", None):
        _here.transport.close()
        _here.chosen = None
