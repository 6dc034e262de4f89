"""The processes of benchmarks/mail.py: each does one thing, and says on standard output how that went."""

import json
import os
import sys
import time
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.mail_settings")
django.setup()

# ruff: noqa: E402 - what follows needs the apps
from django.core.mail import EmailMultiAlternatives
from django.core.management import call_command
from django.db import connection
from django.template import Context, Template

from mailing import eligibility, services
from mailing.bodies.slots import Wording, slot
from mailing.eligibility import Audience, Recipient
from mailing.materialising import materialise
from mailing.models import Delivery, Mailing
from mailing.work import work

PARAGRAPH = "<p>Социалната иновация започва там, където хората си помагат, и остава там, където някой я описва.</p>\n"
HTML = (
    "<html lang='bg'><body><h1>Здравей, {{ name }}!</h1>" + PARAGRAPH * 150 + "<a href='{{ url }}'>…</a></body></html>"
)
TEXT = "Здравей, {{ name }}!\n\nНовините са на {{ url }}\n"


class Numbers(Audience):
    """As many readers as one asks for."""

    number = 0

    def recipients(self, mailing, after):
        for place in range(int(after or -1) + 1, self.number):
            yield str(place), Recipient(f"reader{place}@example.org", str(place), "bg", {"name": f"Читател {place}"})

    def refusals(self, mailing, references):
        return {}

    def words(self, mailing, deliveries):
        return {each.pk: {"url": f"https://club.example.org/{each.reference}/"} for each in deliveries}


def prepare():
    call_command("migrate", verbosity=0)


def plain(number):
    """What a site does without an outbox: render, build and send each message over a connection of its own."""
    html, text = Template(HTML), Template(TEXT)
    began = time.time()
    for place in range(int(number)):
        context = Context({"name": f"Читател {place}", "url": f"https://club.example.org/{place}/"})
        message = EmailMultiAlternatives("Новини", text.render(context), to=[f"reader{place}@example.org"])
        message.attach_alternative(html.render(context), "text/html")
        message.send()
    return _report(began)


def schedule(number):
    Mailing.objects.all().delete()
    # As PostgreSQL does by itself where it isn't forbidden, as in tests.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM mailing_delivery")
    mailing = _mailing(number)
    materialise(mailing)
    return {"audience": Delivery.objects.count()}


def deliver():
    """Work until nothing is due."""
    began = time.time()
    while Mailing.objects.exclude(state=Mailing.State.DONE).exists():
        work()
    return _report(began)


def freeze(number):
    Mailing.objects.all().delete()
    mailing = _mailing(number)
    began = time.monotonic()
    materialise(mailing)
    return {"seconds": time.monotonic() - began, "audience": Mailing.objects.get().audience}


def _mailing(number):
    audience.number = int(number)
    mailing, _made = services.create_mailing(
        kind="numbers", key=f"{number}", title="Новини", sender="club@example.org", default_language="bg"
    )
    text, html = (part.replace("{{ name }}", slot("name")).replace("{{ url }}", slot("url")) for part in (TEXT, HTML))
    services.freeze_bodies(mailing, {"bg": Wording("Новини", text, html)})
    services.schedule_mailing(mailing)
    Mailing.objects.update(state=Mailing.State.MATERIALISING)
    return mailing


def _report(began):
    return {"began": began, "ended": time.time(), "cpu": time.process_time() - START, "pss": _pss()}


def _pss():
    """Megabytes that this process has to itself, shared ones counted by share."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


START = time.process_time()
audience = Numbers()
eligibility.register("numbers", audience)

if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    print(
        json.dumps(
            {"prepare": prepare, "plain": plain, "schedule": schedule, "deliver": deliver, "freeze": freeze}[command](
                *arguments
            )
        )
    )
