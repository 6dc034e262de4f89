"""Sends issues. Publishing a page never does."""

from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext, override

from mailing import services as mailing
from mailing.bodies.slots import fill
from mailing.exceptions import BodyRefused
from mailing.models import Mailing
from newsletters.issues.previews import sample_words
from newsletters.issues.problems import Problem, Trouble
from newsletters.issues.versions import examine
from newsletters.models import Issue

KIND = "newsletters.issue"


class NotReady(Exception):
    """An issue can't leave; `problems` say why."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(map(str, problems)))


@transaction.atomic
def schedule(key, *, send_at=None):
    """Freeze what the issue `key` (a translation key) says and let it leave at `send_at`, or at once.

    Returns the `Issue`. Raises NotReady, and mailing's NotAllowedNow for what was scheduled already.
    """
    versions, problems = examine(key)
    if blocking := [problem for problem in problems if problem.blocks]:
        raise NotReady(blocking)
    first = next(iter(versions.values())).page
    mailing_list = first.mailing_list
    main = versions[mailing_list.default_language]
    issue = _issue(key, mailing_list, main)
    try:
        mailing.freeze_bodies(issue.mailing, {language: one.wording for language, one in versions.items()})
    except BodyRefused as refused:
        raise NotReady([Problem(Trouble.NOT_SENDABLE, main.page.language, str(refused))]) from refused
    issue.contents = {language: one.content for language, one in versions.items()}
    issue.revisions = {language: one.revision.pk for language, one in versions.items()}
    issue.topics = [topic.pk for topic in main.page.topic_list]
    issue.save()
    mailing.schedule_mailing(issue.mailing, send_at=send_at)
    return issue


def _issue(key, mailing_list, main):
    """The row of an issue whose mailing is a draft, its headers as they are to be today."""
    with override(mailing_list.default_language):
        headers = {
            "title": main.page.title[:255],
            "sender": settings.DEFAULT_FROM_EMAIL,
            "default_language": mailing_list.default_language,
            "list_id": list_id(mailing_list),
        }
    made, _new = mailing.create_mailing(kind=KIND, key=f"{KIND}:{key.hex}", **headers)
    Mailing.objects.filter(pk=made.pk, state=Mailing.State.DRAFT).update(**headers)
    made.refresh_from_db()
    issue, _new = Issue.objects.get_or_create(key=key, defaults={"mailing": made, "mailing_list": mailing_list})
    issue.mailing, issue.mailing_list = made, mailing_list
    return issue


def list_id(mailing_list):
    """The List-Id of a list (RFC 2919): its name, and an id that never changes."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ")
    name = str(mailing_list).replace("<", "").replace(">", "")
    return f"{name} <{mailing_list.slug}.{domain}>"


def send_test(key, *, language, address):
    """Send the version in `language` to one address, as it stands and marked as a test. Raises NotReady without one."""
    versions, problems = examine(key)
    if language not in versions:
        raise NotReady(problems or [Problem(Trouble.NO_VERSION, language)])
    wording = versions[language].wording
    with override(language):
        words = sample_words(language, gettext("Maria"))
        subject = gettext("[Test] %(subject)s") % {"subject": wording.subject}
    message = EmailMultiAlternatives(subject, fill(wording.text, words), settings.DEFAULT_FROM_EMAIL, [address])
    message.attach_alternative(fill(wording.html, words, escape), "text/html")
    mailing.queue_single(message, key=f"{KIND}.test:{uuid4().hex}", again_if_uncertain=False)
