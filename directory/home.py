"""The directory on the first page: the star that it weaves, and its themes."""

from django.urls import reverse
from django.utils.translation import override

from core.weave.hues import HUES
from directory.cards import Card
from directory.filters import Filters, Sort
from directory.labels import label_of
from directory.links import list_url
from directory.models import Facet
from directory.selectors import facet_counts, found, theme_counts


def directory_on_home(language):
    """What templates/home/hero_cloth.html and themes.html show to readers of `language`: three queries."""
    filters = Filters(language)
    counts = facet_counts(filters)[Facet.THEME]
    with override(language):
        return {
            "star": _star(filters),
            "themes": [_theme(filters, hue, counts.get(hue, 0)) for hue in HUES] if counts else [],
            "directory_url": reverse("directory"),
        }


def _star(filters):
    star = {"counts": theme_counts(filters)}
    newest = found(filters.but(sort=Sort.NEWEST)).for_cards().first()
    if newest:
        card = Card(newest)
        star |= {"hue": card.hue, "title": card.title, "url": card.url, "place": card.place, "language": card.language}
    return star


def _theme(filters, hue, count):
    return {
        "label": label_of(Facet.THEME, hue, filters.language),
        "hue": hue,
        "slug": hue,
        "count": count,
        "url": list_url(filters.but(chosen={Facet.THEME: (hue,)})),
    }
