"""Sends what is due: claims some windows, opens one after the other, carries it and records the answers."""

import logging
import os
import socket
import time
import uuid

from django.db import InterfaceError, OperationalError, connection

from core.breaker import Breaker
from mailing import ledger, lock, pacing
from mailing.clock import now
from mailing.composing import Composer
from mailing.models import Delivery, Mailing
from mailing.options import read_options
from mailing.transports.base import TransportAway
from mailing.transports.current import get_transport

logger = logging.getLogger(__name__)

# Seconds to wait for a database that has gone away, before the answers of a window are recorded again.
RECORD_AGAIN = (0.1, 0.5, 1, 2, 4, 8)
_breakers = {}


def send_due(seconds=None):
    """Send what is due, for `seconds` at most, and a window more. Returns how many deliveries went on their way."""
    options = read_options()
    if not lock.may_send():
        logger.warning("The outbox is locked: an old backup was put back. See the report of mail.")
        return 0
    return Sender(options).run(now() + (options.slice if seconds is None else seconds))


class Sender:
    """One worker's turn: one connection, one name in the ledger."""

    def __init__(self, options):
        self._options = options
        self._transport = get_transport()
        self._breaker = _breakers.setdefault((options.transport, options.silence), Breaker(options.silence))
        self._composer = Composer()
        self.name = f"{socket.gethostname()[:30]}:{os.getpid()}:{uuid.uuid4().hex[:12]}"

    def run(self, until):
        """Go on while something is due, up to the moment `until`. Returns how many were carried."""
        carried = 0
        while now() < until and self._reachable():
            mailing, keys = self._claim()
            if not keys:
                break
            carried += self._send_claimed(mailing, keys, until)
        return carried

    def _claim(self):
        """Single messages first: somebody waits for them. Then the mailing that began first."""
        limit = self._options.window * self._options.windows
        if keys := ledger.claim(self.name, None, limit):
            return None, keys
        for mailing in Mailing.objects.sending().order_by("materialised_at"):
            if keys := ledger.claim(self.name, mailing, limit):
                return mailing, keys
        return None, []

    def _send_claimed(self, mailing, keys, until):
        carried, size = 0, self._options.window
        if self._options.rate:
            # No more at a time than belong into a second.
            size = max(1, min(size, int(self._options.rate)))
        try:
            while keys and now() < until and self._reachable():
                if not pacing.take_turns(len(keys[:size])):
                    time.sleep(0.05)
                    continue
                window, keys = keys[:size], keys[size:]
                went = self._send_window(mailing, window)
                if went is None:
                    break
                carried += went
        finally:
            ledger.release(self.name, keys)
        return carried

    def _send_window(self, mailing, keys):
        """How many of this window went on their way; None where nothing of its mailing may go any more."""
        keys = self._without_held_back(keys)
        flying = ledger.open_window(self.name, keys, refusals=lambda found: self._composer.refusals(mailing, found))
        # From here on the lease runs: no message is begun after this moment.
        deadline = now() + self._options.patience
        stayed = len(flying) < len(keys) and ledger.release(self.name, keys)
        if flying:
            ready, broken = self._composer.envelopes(mailing, flying, eight_bit=self._transport.eight_bit)
            answers = self._transport.carry(
                [envelope for _delivery, envelope in ready], may_begin=lambda: now() < deadline
            )
            said = zip((delivery for delivery, _envelope in ready), answers, strict=True)
            self._record([*broken, *said])
        return None if stayed else len(flying)

    def _record(self, answers):
        """Record what became of a window. Nobody else knows, so a database that is away for a moment is waited for."""
        for pause in RECORD_AGAIN:
            try:
                return ledger.record(self.name, answers)
            except (InterfaceError, OperationalError):
                if connection.in_atomic_block:
                    raise
                logger.warning("The answers for %s messages could not be recorded; soon again.", len(answers))
            # What was half recorded is rolled back, what was recorded without our knowing isn't recorded twice.
            connection.close()
            time.sleep(pause)
        return ledger.record(self.name, answers)

    def _without_held_back(self, keys):
        if not self._options.domain_rates:
            return keys
        held = pacing.held_back(Delivery.objects.filter(pk__in=keys).only("address"))
        for key, pause in held.items():
            ledger.release(self.name, [key], after=pause)
        return [key for key in keys if key not in held]

    def _reachable(self):
        """Whether there is a connection. When there is none, nobody tries for a while, and no attempt is counted."""
        if not self._breaker.closed():
            return False
        try:
            self._transport.open()
        except TransportAway as error:
            self._breaker.fail()
            logger.warning("The mail relay is away: %s", error)
            return False
        self._breaker.succeed()
        return True
