"""Makes messages of deliveries: from bodies compiled once a language, or from single letters."""

import logging
from email.utils import parseaddr

from django.conf import settings

from mailing.bodies.compiling import CompiledBody
from mailing.bounces.verp import bounce_address
from mailing.eligibility import audience_of
from mailing.transports.base import Answer, Envelope, Outcome

logger = logging.getLogger(__name__)

BROKEN = Answer(Outcome.REFUSED, "could not be composed")


class Composer:
    """One worker's: it keeps what it has compiled."""

    def __init__(self):
        self._compiled = {}

    def refusals(self, mailing, deliveries):
        """{delivery.pk: reason} of those who may not be mailed any more, by the registry."""
        if mailing is None or not deliveries:
            return {}
        refused = audience_of(mailing).refusals(mailing, [delivery.reference for delivery in deliveries])
        return {
            delivery.pk: refused[delivery.reference][:60] for delivery in deliveries if delivery.reference in refused
        }

    def envelopes(self, mailing, deliveries, *, eight_bit):
        """Pairs (delivery, Envelope) of what can be sent, and pairs (delivery, Answer) of what can't be composed."""
        usual = parseaddr(mailing.sender if mailing else settings.DEFAULT_FROM_EMAIL)[1]
        words = audience_of(mailing).words(mailing, deliveries) if mailing else {}
        ready, broken = [], []
        for delivery in deliveries:
            try:
                content = self._content(mailing, delivery, words.get(delivery.pk, {}), eight_bit)
            except (ValueError, KeyError):
                logger.exception("Delivery %s can't be composed.", delivery.pk)
                broken.append((delivery, BROKEN))
                continue
            sender = bounce_address(delivery.pk) or usual
            ready.append((delivery, Envelope(sender, delivery.address, content, delivery.message_id)))
        return ready, broken

    def _content(self, mailing, delivery, words, eight_bit):
        if mailing is None:
            if delivery.letter is None:
                raise ValueError("Its letter is gone.")
            return f"Message-ID: {delivery.message_id}\r\n".encode() + bytes(delivery.letter.content)
        return self._body(mailing, delivery.language).compose(
            delivery, {**delivery.slots, **words}, eight_bit=eight_bit
        )

    def _body(self, mailing, language):
        key = mailing.pk, mailing.content_hash
        if key not in self._compiled:
            # One mailing at a time: what was compiled for another one is not needed soon.
            self._compiled = {key: {body.language: CompiledBody(body) for body in mailing.bodies.all()}}
        bodies = self._compiled[key]
        return bodies.get(language) or bodies[mailing.default_language]
