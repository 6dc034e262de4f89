"""Django's development server, with the background work and what else goes with a serving process inside."""

import atexit
import os
import signal

from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from core.companions import start_companions
from core.jobs.thread import WorkerThread


class Command(RunserverCommand):
    def run(self, **options):
        if options["use_reloader"] and os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            # This process only watches the one that serves. Control-C reaches both; were it to act on it, it would kill
            # the other after a quarter of a second, in the middle of a job.
            signal.signal(signal.SIGINT, _leave_it_to_the_server)
        super().run(**options)

    def inner_run(self, *args, **options):
        # Only the process that serves comes here: not the one that watches it, and never gunicorn.
        worker = WorkerThread()
        worker.start()
        # Both Control-C and the reloader end the process from another thread; only this is called then.
        atexit.register(worker.stop)
        start_companions()
        super().inner_run(*args, **options)


def _leave_it_to_the_server(signal_number, frame):
    """The watching process ends as soon as the serving one has."""
