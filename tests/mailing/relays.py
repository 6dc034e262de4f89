"""A transport that fails as a test wants, over a relay that knows the truth."""

from collections import Counter

from mailing.transports.base import NOT_BEGUN, SENT, Answer, Outcome, Transport

ANSWERS = {
    "later": Answer(Outcome.LATER, "SMTP 451"),
    "refused": Answer(Outcome.REFUSED, "SMTP 550", no_such_address=True),
    "unsent": Answer(Outcome.UNSENT, "connection lost before DATA"),
    # Two ways in which the same can be unknown.
    "lost before": Answer(Outcome.UNCERTAIN, "connection lost after DATA"),
    "lost after": Answer(Outcome.UNCERTAIN, "connection lost after DATA"),
}


class Killed(BaseException):
    """Ends a worker as `kill -9` does: nothing in it gets another word in."""


class Relay:
    """What really arrived, and what is to happen to the next messages: names of ANSWERS, "sent", "killed before", …

    When the plan is at its end, so is the connection.
    """

    def __init__(self):
        self.arrived = Counter()
        self.plan = []

    def next(self):
        return self.plan.pop(0) if self.plan else "unsent"


relay = Relay()


class RelayTransport(Transport):
    eight_bit = True

    def open(self):
        pass

    def carry(self, envelopes, *, may_begin):
        return [self._carry(envelope) if may_begin() else NOT_BEGUN for envelope in envelopes]

    def _carry(self, envelope):
        plan = relay.next()
        if plan == "killed before":
            raise Killed
        if plan in ("sent", "lost after", "killed after"):
            relay.arrived[envelope.message_id] += 1
        if plan == "killed after":
            raise Killed
        return ANSWERS.get(plan, SENT)
