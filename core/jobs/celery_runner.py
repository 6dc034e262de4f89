"""Hands jobs to Celery without ever holding up or failing the request that recorded them."""

import logging
from contextlib import contextmanager

from celery.exceptions import OperationalError
from django.utils.module_loading import import_string
from kombu.pools import producers
from redis.exceptions import RedisError

from core.breaker import Breaker
from core.jobs import wakes
from core.jobs.options import read_options
from core.jobs.runners import Runner

logger = logging.getLogger(__name__)

SECONDS_OF_SILENCE = 10
# For a request, that is: one try and short waits. The worker's own connections wait and try again (config/celery.py).
HURRY = {"max_retries": 0, "socket_connect_timeout": 0.5, "socket_timeout": 0.5, "retry_on_timeout": False}


class CeleryRunner(Runner):
    """Sends the ids of jobs to the broker. With the broker away, the jobs stay for the sweep."""

    def __init__(self):
        self._breaker = Breaker(SECONDS_OF_SILENCE)
        self._app = None
        self._connection = None

    def hand_out(self, jobs):
        sent = []
        with self._trying() as allowed:
            for job in jobs if allowed else []:
                self._send("core.jobs.run_job", job.pk, queue=job.queue)
                sent.append(job)
        if left := [job.pk for job in jobs if job not in sent]:
            logger.warning("Jobs %s could not be handed out and wait for the sweep.", ", ".join(map(str, left)))
        return sent

    def wake(self, name, *, queue, times):
        with self._trying() as allowed:
            for _time in range(times if allowed else 0):
                self._send("core.jobs.run_wake", name, queue=queue, expires=wakes.SECONDS_TO_LIVE)

    @contextmanager
    def _trying(self):
        """Whether the broker may be asked now. That it is away is logged and remembered, not raised."""
        if not self._breaker.closed():
            yield False
            return
        try:
            yield True
        except (OperationalError, RedisError, OSError) as error:
            self._breaker.fail()
            logger.warning("The broker is away (%s: %s).", type(error).__name__, error)
        else:
            self._breaker.succeed()

    def _send(self, task, argument, **options):
        if self._app is None:
            self._app = import_string(read_options().celery_app)
            self._connection = self._app.connection_for_write(transport_options=HURRY)
        with producers[self._connection].acquire(block=True, timeout=1) as producer:
            self._app.send_task(task, args=[argument], producer=producer, retry=False, ignore_result=True, **options)
