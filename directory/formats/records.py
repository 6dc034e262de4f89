"""What open data says of a profile: what its page says, and nothing else."""

from wagtail.rich_text import get_text_for_indexing

from directory.facts import web_address
from directory.sharing import address_in
from taxonomy.models import PlaceKind

# A field and what it means, in the order of the columns. docs/api.md says the same at length; a test compares.
FIELDS = (
    "id",
    "url",
    "name",
    "name_language",
    "summary",
    "summary_language",
    "kind",
    "stage",
    "theme",
    "other_themes",
    "target_groups",
    "innovation_types",
    "sdgs",
    "topics",
    "founded",
    "country",
    "province",
    "settlement",
    "latitude",
    "longitude",
    "website",
    "links",
    "verified",
    "confirmed_on",
    "demonstration",
    "published",
    "changed",
)


def record(row, language, absolute):
    """A dict with the `FIELDS` of a `walking.Row`, ready for JSON; `absolute` completes addresses.

    Words are labels in `language`; nothing here depends on the active one, which is gone while an answer streams.
    """
    entry, profile = row.entry, row.profile
    text = next((text for text in profile.texts.all() if text.language == entry.text_language), None)
    return {
        "id": profile.pk,
        "url": absolute(address_in(language, profile.slug)),
        "name": entry.name,
        "name_language": entry.name_language,
        "summary": text.summary if text else "",
        "summary_language": entry.text_language,
        **_words(profile, language),
        "founded": profile.founded,
        **_where(profile, language),
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "website": web_address(profile.website),
        "links": [url for link in profile.links.all() if (url := web_address(link.url))],
        "verified": profile.verified,
        "confirmed_on": profile.confirmed_on and profile.confirmed_on.isoformat(),
        "demonstration": profile.is_demonstration,
        "published": entry.published_at.isoformat(timespec="seconds"),
        "changed": (profile.last_published_at or entry.published_at).isoformat(timespec="seconds"),
    }


def texts(profile):
    """All that a profile says, in each language that it says something in; stories without their markup."""
    return [
        {
            "language": text.language,
            "name": text.name or profile.name,
            "summary": text.summary,
            "story": get_text_for_indexing(text.story) if text.story else "",
        }
        for text in profile.texts.all()
        if text.says_something
    ]


def _words(profile, language):
    def word(term):
        return {"id": term.slug, "label": term.labels.text(language)} if term else None

    def words(terms):
        return [word(term) for term in sorted(terms, key=lambda term: (getattr(term, "order", 0), term.slug))]

    return {
        "kind": word(profile.kind),
        "stage": word(profile.stage),
        "theme": word(profile.theme),
        "other_themes": words(profile.other_themes.all()),
        "target_groups": words(profile.target_groups.all()),
        "innovation_types": words(profile.innovation_types.all()),
        "sdgs": words(profile.sdgs.all()),
        "topics": words(item.tag for item in profile.topic_items.all()),
    }


def _where(profile, language):
    way = {place.kind: place for place in profile.place.way} if profile.place_id else {}
    country, province, settlement = (way.get(kind) for kind in PlaceKind.values)
    return {
        "country": country.code if country else "",
        "province": province.labels.text(language) if province else "",
        "settlement": profile.locality or (settlement.labels.text(language) if settlement else ""),
    }
