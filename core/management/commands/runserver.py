"""Django's development server, with the background work inside."""

import atexit

from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand

from core.jobs.thread import WorkerThread


class Command(RunserverCommand):
    def inner_run(self, *args, **options):
        # Only the process that serves comes here: not the one that watches the files, and never gunicorn.
        worker = WorkerThread()
        worker.start()
        # The reloader ends the process from another thread; only this is called then.
        atexit.register(worker.stop)
        super().inner_run(*args, **options)
