"""Profiles for letters and lists of other apps."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.content_sources import Item, Source
from directory.cards import Card
from directory.filters import Filters, Sort
from directory.models import Entry, Facet, Profile
from directory.selectors import found


class Profiles(Source):
    label = _("Profiles")
    models = (Profile,)

    def shown(self, objects, language):
        entries = Entry.objects.filter(language=language, profile__in=[profile.pk for profile in objects])
        return {entry.profile_id: _item(entry, language) for entry in entries.for_cards()}

    def latest(self, language, *, since, topics, limit):
        entries = found(Filters(language, chosen={Facet.TOPIC: tuple(topics)} if topics else {}, sort=Sort.NEWEST))
        if since:
            entries = entries.filter(published_at__gt=since)
        return [_item(entry, language) for entry in entries.for_cards()[:limit]]


def _item(entry, language):
    with override(language):
        card = Card(entry)
        return Item(
            key=str(entry.profile_id), title=card.title, url=card.url, summary=card.summary, language=card.language
        )
