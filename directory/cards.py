"""Profiles as they stand in lists."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from directory.models import Entry, Facet
from directory.places import place_words
from images.selectors import prefetch_pictures

# The shape of pictures in components/card.html.
SHAPE = "square"


@dataclass(frozen=True)
class ThemeTag:
    """A theme with the list of all profiles that have it."""

    label: str
    hue: str

    @property
    def url(self):
        return f"{reverse('directory')}?{Facet.THEME}={self.hue}"


class Card:
    """What components/directory_card.html shows of an entry; a `weak` one has only some of the words looked for."""

    def __init__(self, entry, weak=False):
        self.weak = weak
        profile = entry.profile
        self.title, self.hue, self.summary = entry.name, entry.theme, entry.summary or ""
        self.slug, self.image = profile.slug, profile.image
        self.kind, self.place = str(profile.kind or ""), place_words(profile)
        self.verified, self.demo = profile.verified, profile.is_demonstration
        self.themes = [ThemeTag(str(profile.theme), entry.theme)] if entry.theme else []
        shown = entry.text_language or entry.name_language
        self.language = "" if shown == get_language() else shown

    @property
    def url(self):
        return reverse("directory_profile", args=[self.slug])


def cards_of(entries):
    """The `Card`s of a slice of entries: one query, and one for their pictures."""
    cards = [Card(entry) for entry in entries.for_cards()]
    prefetch_pictures([card.image for card in cards], SHAPE)
    return cards


def cards_in_order(language, found):
    """The `Card`s of pairs of a profile's id and whether its match is weak, in their order."""
    weak = dict(found)
    entries = Entry.objects.filter(language=language, profile__in=list(weak)).for_cards()
    cards = {entry.profile_id: Card(entry, weak[entry.profile_id]) for entry in entries}
    prefetch_pictures([card.image for card in cards.values()], SHAPE)
    return [cards[one] for one in weak if one in cards]
