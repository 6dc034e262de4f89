"""What happens to the answers that readers send."""

import logging
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from core.mails import compose, one_line
from core.models import SiteSettings

logger = logging.getLogger(__name__)

# Stored beside the answers, so that those of all languages can be read together.
LANGUAGE_KEY = "page_language"
DAYS_OF_SUBMISSIONS = 365


def receive_form(*, page, answers, fields):
    """Store what a reader sent, then mail it. Nothing is lost when the mail cannot be sent.

    `answers` are stored by field; `fields` are (label, text) pairs for people to read. Returns the submission.
    """
    submission = FormSubmission.objects.create(page=page, form_data={**answers, LANGUAGE_KEY: page.language})
    try:
        mail_submission(submission, page=page, fields=fields)
    except Exception:  # whatever a mail server does wrong: the answers are stored, and the reader is done
        logger.exception("Form submission %s is stored, but its mail was not sent.", submission.pk)
    return submission


def mail_submission(submission, *, page, fields):
    """Send the answers to the recipients of `page`; the reader's own address is the one to reply to."""
    address = page.to_address or SiteSettings.for_language(page.language).email
    recipients = [part.strip() for part in address.split(",") if part.strip()]
    if not recipients:
        logger.warning("Form submission %s is stored; page %s has no recipients.", submission.pk, page.pk)
        return
    context = {"page": page, "submission": submission, "fields": fields}
    reply_to = _reply_to(page, submission)
    compose("form_submission", language=page.language, to=recipients, context=context, reply_to=reply_to).send()


def purge_form_submissions(*, before):
    """Delete what was sent before the moment `before`; returns how many."""
    return FormSubmission.objects.filter(submit_time__lt=before).delete()[1].get("wagtailforms.FormSubmission", 0)


def purge_old_form_submissions():
    """Delete what has been kept for `DAYS_OF_SUBMISSIONS`; runs nightly."""
    return purge_form_submissions(before=timezone.now() - timedelta(days=DAYS_OF_SUBMISSIONS))


def _reply_to(page, submission):
    """The address in the first e-mail field that was filled in, as a list."""
    for field in page.get_form_fields():
        address = one_line(str(submission.form_data.get(field.clean_name) or ""))
        if field.field_type == "email" and _is_address(address):
            return [address]
    return []


def _is_address(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
