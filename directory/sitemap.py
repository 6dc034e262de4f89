"""What of the directory search engines are told: the list, and every listed profile in each language of its own."""

from itertools import groupby

from django.conf import settings
from django.db.models import ExpressionWrapper, F, IntegerField, Max
from django.urls import reverse
from django.utils.translation import override

from core.sitemap_sources import Listed, Source
from directory.models import Entry
from directory.sharing import address_in, canonical_language

LIST = 0  # the part of the list itself
SPAN = 5000  # primary keys in each other part
FIELDS = (
    "profile",
    "language",
    "text_language",
    "profile__slug",
    "profile__original_language",
    "profile__last_published_at",
)


class Profiles(Source):
    """The list and spans of profiles; nothing while there are none."""

    def parts(self):
        part = ExpressionWrapper(F("profile") / SPAN + 1, output_field=IntegerField())
        entries = Entry.objects.filter(language=settings.LANGUAGE_CODE).annotate(part=part).order_by("part")
        spans = list(entries.values_list("part").annotate(changed=Max("profile__last_published_at")))
        return [(LIST, None), *spans] if spans else []

    def entries(self, part):
        if part == LIST:
            return [Listed(_lists(), tuple(dict(settings.LANGUAGES)))]
        first = (part - 1) * SPAN
        rows = Entry.objects.filter(profile__gte=first, profile__lt=first + SPAN).order_by("profile")
        groups = groupby(rows.values_list(*FIELDS), key=lambda row: row[0])
        return [_listed(list(entries)) for _profile, entries in groups]


def _listed(rows):
    """One profile, of which there is a row for each language."""
    *_entry, slug, original, changed = rows[0]
    found = {language: canonical_language(language, text, original) for _pk, language, text, *_profile in rows}
    addresses = {language: address_in(language, slug) for language in found}
    return Listed(addresses, tuple(code for code, canonical in found.items() if code == canonical), changed)


def _lists():
    addresses = {}
    for code in dict(settings.LANGUAGES):
        with override(code):
            addresses[code] = reverse("directory")
    return addresses
