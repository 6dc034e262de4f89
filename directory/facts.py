"""The facts of a profile in words, as components/facts.html shows them."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.sorting import sort_key
from directory.cards import ThemeTag


@dataclass(frozen=True)
class Fact:
    label: str
    values: list = field(default_factory=list)


def facts_of(profile):
    """What is known of a profile, in the order of its page."""
    themes = [profile.theme, *profile.other_themes.all()]
    facts = [
        Fact(_("Theme"), [ThemeTag(str(theme), theme.slug) for theme in dict.fromkeys(themes) if theme]),
        Fact(_("Stage"), _words([profile.stage])),
        Fact(_("Founded"), _words([profile.founded])),
        Fact(_("For whom"), _words(_in_order(profile.target_groups.all()))),
        Fact(_("Innovation"), _words(_in_order(profile.innovation_types.all()))),
        Fact(_("UN goals"), [{"number": goal.order, "label": str(goal)} for goal in _in_order(profile.sdgs.all())]),
        Fact(_("Topics"), [_topic(topic) for topic in profile.topic_list]),
        Fact(_("Website"), _sites([profile.website])),
        Fact(pgettext("of a profile", "Elsewhere"), _sites(link.url for link in profile.links.all())),
        Fact(_("Confirmed"), [{"date": profile.confirmed_on}] if profile.confirmed_on else []),
    ]
    return [fact for fact in facts if fact.values]


def web_address(url):
    """`url` if browsers open it as a page, else "": whatever got around the form is no link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def _words(things):
    return [{"label": str(thing)} for thing in things if thing]


def _in_order(terms):
    return sorted(terms, key=lambda term: (term.order, sort_key(str(term))))


def _topic(topic):
    return {"label": str(topic), "url": topic.get_absolute_url(), "kind": "topic"}


def _sites(urls):
    found = filter(None, map(web_address, urls))
    return [{"label": urlsplit(url).hostname.removeprefix("www."), "url": url, "external": True} for url in found]
