"""The processes of benchmarks/mail.py: each does one thing, and says on standard output how that went."""

import json
import os
import statistics
import sys
import time
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.mail_settings")
django.setup()

# ruff: noqa: E402 - what follows needs the apps
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.mail import EmailMultiAlternatives
from django.core.management import call_command
from django.db import connection
from django.template import Context, Template

from benchmarks.asking import ask
from mailing import eligibility, services
from mailing.bodies.slots import fill
from mailing.eligibility import Audience, Recipient
from mailing.materialising import materialise
from mailing.models import Delivery, Mailing
from mailing.work import work
from newsletters.issues.letters import letter
from tests.core.factories import plant_site

TITLE = "Новини от Клуба"
# The letter's slots as a template has them.
MARKS = {name: f"{{{{ {name} }}}}" for name in ("greeting", "unsubscribe_url", "preferences_url")}
PAUSE = 0.01  # seconds between pages
SENTENCE = "Социалната иновация започва там, където хората си помагат, и остава там, където някой я описва. "


class Numbers(Audience):
    """As many readers as one asks for."""

    number = 0

    def recipients(self, mailing, after):
        for place in range(int(after or -1) + 1, self.number):
            words = {"greeting": f"Здравейте, Читател {place}!"}
            yield str(place), Recipient(f"reader{place}@example.org", str(place), "bg", words)

    def refusals(self, mailing, references):
        return {}

    def words(self, mailing, deliveries):
        return {each.pk: links(each.reference) for each in deliveries}


def links(reference):
    own = f"https://club.example.org/bg/newsletters/{reference}"
    return {"unsubscribe_url": f"{own}/unsubscribe/", "preferences_url": f"{own}/preferences/"}


def wording():
    """An issue of 28 kB as the site renders it."""
    paragraphs = f"<p>{SENTENCE * 3}</p>" * 3
    item = {
        "title": SENTENCE[:60],
        "url": "/bg/novini/shest/",
        "summary": SENTENCE,
        "language": "",
        "date": "2026-11-20",
    }
    pieces = [
        {"kind": "text", "title": TITLE, "html": "<p>{{ greeting }}</p>" + paragraphs},
        *({"kind": "items", "title": SENTENCE[:40], "items": [item] * 4} for _part in range(5)),
    ]
    return letter({"language": "bg", "title": TITLE, "summary": SENTENCE, "pieces": pieces}, mailing_list=None)


def prepare():
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    plant_site()


def plain(number, lines):
    """What a site does without an outbox: fill, build and send each message over a connection of its own.

    MJML writes a letter into one line, which Django can't send without encoding it; `lines` are "short" or "long".
    """
    said = wording()
    html = said.html if lines == "short" else said.html.replace("\n", " ")
    html, text = Template(fill(html, MARKS)), Template(fill(said.text, MARKS))
    began = time.time()
    for place in range(int(number)):
        context = Context({"greeting": f"Здравейте, Читател {place}!"} | links(place))
        message = EmailMultiAlternatives(TITLE, text.render(context), to=[f"reader{place}@example.org"])
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


def deliver(niceness="0"):
    """Work until nothing is due."""
    os.nice(int(niceness))
    began = time.time()
    while Mailing.objects.exclude(state=Mailing.State.DONE).exists():
        work()
    return _report(began)


def web(seconds):
    """How long one waits for a page that is made for one reader, at the 95th percentile, asking again and again."""
    settings.PAGE_CACHE_SECONDS = 0
    application, waited, began = WSGIHandler(), [], time.monotonic()
    while time.monotonic() < began + float(seconds):
        asked = time.perf_counter()
        ask(application, "/bg/")
        waited.append((time.perf_counter() - asked) * 1000)
        time.sleep(PAUSE)
    return {"p95": statistics.quantiles(waited, n=20)[-1], "pages": len(waited)}


def freeze(number):
    Mailing.objects.all().delete()
    mailing = _mailing(number)
    began = time.monotonic()
    materialise(mailing)
    return {"seconds": time.monotonic() - began, "audience": Mailing.objects.get().audience}


def _mailing(number):
    audience.number = int(number)
    mailing, _made = services.create_mailing(
        kind="numbers", key=f"{number}", title=TITLE, sender="club@example.org", default_language="bg"
    )
    services.freeze_bodies(mailing, {"bg": wording()})
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

COMMANDS = {each.__name__: each for each in (prepare, plain, schedule, deliver, web, freeze)}

if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    print(json.dumps(COMMANDS[command](*arguments)))
