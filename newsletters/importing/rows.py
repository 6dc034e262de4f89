"""What a row of a file says, checked: who agreed to which lists, when and where."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsletters.addresses import normalised

# The words that the first line may have for each column.
COLUMNS = {
    "email": ("email", "e-mail", "address", "имейл", "адрес"),
    "first_name": ("first_name", "name", "име"),
    "language": ("language", "език"),
    "lists": ("lists", "списъци"),
    "source": ("source", "източник"),
    "consent_date": ("consent_date", "date", "дата"),
}
NEEDED = ("email", "source", "consent_date")
SEPARATOR = ";"
SOURCE_LENGTH = 200
DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")

REASONS = {
    "cells": _("The row has more or fewer cells than the first line."),
    "no_address": _("This is no e-mail address."),
    "twice": _("An earlier row has the same address."),
    "no_source": _("It isn’t said where the person agreed."),
    "no_date": _("It isn’t said when the person agreed, as YYYY-MM-DD or DD.MM.YYYY."),
    "future": _("The day of consent has not come yet."),
    "no_language": _("The site doesn’t have this language."),
    "no_list": _("There is no such list."),
    "blocked": _("This subscriber is blocked."),
    "suppressed": _("Mail to this address is stopped: it bounced for good, or its owner asked for that."),
    "left": _("The person has unsubscribed from this list. Only they themselves can come back."),
    "known": _("The person is on this list already."),
}


class RowRefused(Exception):
    """Nothing of the row is taken; `code` is one of REASONS."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Row:
    line: int
    email: str
    first_name: str
    language: str
    lists: tuple
    source: str
    consented_at: datetime


def columns_of(names):
    """{field: column} for the columns of a file; fields that it doesn't have are missing."""
    known = {name.strip().casefold(): name for name in names}
    return {field: known[word] for field, words in COLUMNS.items() for word in reversed(words) if word in known}


def read_row(record, columns, lists, defaults):
    """The `Row` of a record. `defaults` are the list and the language of rows that name none. Raises RowRefused."""
    if record.fault:
        raise RowRefused("cells")

    def said(field):
        return record.values.get(columns.get(field, ""), "").strip()

    source = said("source")
    if not source:
        raise RowRefused("no_source")
    return Row(
        line=record.line,
        email=_address(said("email")),
        first_name=" ".join(said("first_name").split())[:60],
        language=_language(said("language"), defaults["language"]),
        lists=_lists(said("lists"), lists, defaults["mailing_list"]),
        source=source[:SOURCE_LENGTH],
        consented_at=_moment(said("consent_date")),
    )


def _address(text):
    address = normalised(text)
    try:
        validate_email(address)
    except ValidationError as error:
        raise RowRefused("no_address") from error
    if len(address) > 254:
        raise RowRefused("no_address")
    return address


def _language(text, default):
    language = text.lower() or default
    if language not in dict(settings.LANGUAGES):
        raise RowRefused("no_language")
    return language


def _lists(text, lists, default):
    slugs = [slug.strip() for slug in text.split(SEPARATOR) if slug.strip()]
    if any(slug not in lists for slug in slugs):
        raise RowRefused("no_list")
    return tuple(lists[slug] for slug in dict.fromkeys(slugs)) or (default,)


def _moment(text):
    for form in DAY_FORMATS:
        try:
            day = datetime.strptime(text, form).date()
        except ValueError:
            continue
        if day > date.today():
            raise RowRefused("future")
        return timezone.make_aware(datetime.combine(day, time(12)))
    raise RowRefused("no_date")
