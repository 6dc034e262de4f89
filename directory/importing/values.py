"""The fields of a profile as plans and reports have them: JSON, words by slug, texts as "text:<language>:<part>"."""

from directory.importing.cleaning.texts import canonical
from directory.importing.targets import ONE_TERM, SEVERAL_TERMS

TEXT = "text:"
PARTS = ("name", "summary", "story")
PLAIN = ("name", "original_language", "slug", "founded", "locality", "latitude", "longitude", "website", "visibility")
FLAGS = ("verified", "is_demonstration", "live")
# What fields are before anything is brought, where that isn't simply nothing.
DEFAULTS = {"visibility": "public"}


def values_of(profile):
    """Every field of a profile, which was loaded `with_facts()` and its former slugs."""
    values = {name: getattr(profile, name) for name in (*PLAIN, *FLAGS)}
    values |= {field.value: slug_of(getattr(profile, field.value)) for field in ONE_TERM}
    values |= {
        field.value: sorted(term.slug for term in getattr(profile, field.value).all()) for field in SEVERAL_TERMS
    }
    values["topics"] = sorted(item.tag.slug for item in profile.topic_items.all())
    values["links"] = [link.url for link in profile.links.all()]
    values["former_slugs"] = sorted(former.slug for former in profile.former_slugs.all())
    values["place"] = f"{profile.place.kind}:{profile.place.slug}" if profile.place_id else ""
    values["confirmed_on"] = profile.confirmed_on.isoformat() if profile.confirmed_on else ""
    for text in profile.texts.all():
        values |= {f"{TEXT}{text.language}:{part}": getattr(text, part) for part in PARTS if getattr(text, part)}
    return values


def slug_of(term):
    return term.slug if term else ""


def is_same(field, one, other):
    """Whether two values of a field say the same."""
    if field.endswith(":story") and one and other:
        return one == other or canonical(one) == canonical(other)
    return one == other or (not one and not other)


def merge(base, mine, theirs):
    """Three-way: ({field: value} to take from `theirs`, [fields that both sides changed and that stay as they are]).

    `base` is what was brought last, `mine` what is here now. Texts that are not brought any more go, unless changed.
    """
    gone = {field: "" for field in base if field.startswith(TEXT) and field not in theirs}
    changes, kept = {}, []
    for field, value in (theirs | gone).items():
        before, now = base.get(field, DEFAULTS.get(field)), mine.get(field)
        if is_same(field, value, now) or is_same(field, value, before):
            continue
        if is_same(field, now, before):
            changes[field] = value
        else:
            kept.append(field)
    return changes, kept
