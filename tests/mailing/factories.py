"""Mailings, audiences and deliveries for tests."""

from mailing import eligibility, services
from mailing.bodies.slots import Wording, slot
from mailing.eligibility import Audience, Recipient
from mailing.materialising import materialise
from mailing.models import Mailing

BODIES = {
    "bg": Wording("Новини", f"Здравей, {slot('name')}!\nНовини.", f"<p>Здравей, <b>{slot('name')}</b>!</p>"),
    "en": Wording("News", f"Hello {slot('name')}!\nNews.", f"<p>Hello <b>{slot('name')}</b>!</p>"),
}


class ListAudience(Audience):
    """An audience whose recipients stand in a list; references are their places in it."""

    def __init__(self, recipients=()):
        self.list = list(recipients)
        self.refused = {}
        self.calls = []

    def recipients(self, mailing, after):
        for number in range(int(after or -1) + 1, len(self.list)):
            yield str(number), self.list[number]

    def refusals(self, mailing, references):
        return {reference: self.refused[reference] for reference in references if reference in self.refused}

    def started(self, mailing):
        self.calls.append("started")

    def finished(self, mailing):
        self.calls.append("finished")


def people(number, language="bg"):
    return [
        Recipient(f"reader{place}@example.org", str(place), language, {"name": f"Reader {place}"})
        for place in range(number)
    ]


def register_audience(recipients, kind="test"):
    audience = ListAudience(recipients)
    eligibility.register(kind, audience)
    return audience


def make_mailing(key="one", **fields):
    """A draft of kind "test" with bodies in both languages."""
    values = {"title": "Новини", "sender": "Клуб <club@example.org>", "default_language": "bg"} | fields
    mailing, _made = services.create_mailing(kind="test", key=key, **values)
    services.freeze_bodies(mailing, BODIES)
    return mailing


def start_mailing(mailing):
    """Bring a draft to sending, its whole audience in the ledger."""
    services.schedule_mailing(mailing)
    Mailing.objects.filter(pk=mailing.pk).update(state=Mailing.State.MATERIALISING)
    mailing.refresh_from_db()
    materialise(mailing)
    mailing.refresh_from_db()
    return mailing
