"""Writes the rows that lists, counts and maps ask, from profiles that are public."""

from django.conf import settings
from django.utils import timezone

from core.slugs import slugify
from core.sorting import sort_key
from directory.models import Entry, Facet, Profile, ProfileFacet
from search.writing import objects_changed
from taxonomy.models import PlaceKind

BATCH = 500
PLACES = {
    Facet.PLACE: PlaceKind.SETTLEMENT,
    Facet.REGION: PlaceKind.PROVINCE,
    Facet.COUNTRY: PlaceKind.COUNTRY,
}
FOUND_AS = "profile"  # the kind of profiles in search
UNKNOWN = "und"  # BCP 47: nobody knows which language it is


def index_profiles(ids):
    """Make the rows of the profiles with `ids` anew, here and in search; what is not public has none.

    Part of the caller's transaction.
    """
    ids = list(ids)
    objects_changed(FOUND_AS, ids)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        Entry.objects.filter(profile__in=batch).delete()
        ProfileFacet.objects.filter(profile__in=batch).delete()
        profiles = list(Profile.objects.listed().filter(pk__in=batch).with_facts())
        Entry.objects.bulk_create(entry for profile in profiles for entry in _entries(profile))
        ProfileFacet.objects.bulk_create(
            ProfileFacet(profile=profile, facet=facet, value=value)
            for profile in profiles
            for facet, value in sorted(facet_values(profile))
        )


def facet_values(profile):
    """The set of (facet, value) pairs that `profile` is found under."""
    terms = [
        (Facet.THEME, [profile.theme, *profile.other_themes.all()]),
        (Facet.TARGET_GROUP, profile.target_groups.all()),
        (Facet.KIND, [profile.kind]),
        (Facet.STAGE, [profile.stage]),
        (Facet.INNOVATION_TYPE, profile.innovation_types.all()),
        (Facet.SDG, profile.sdgs.all()),
        (Facet.TOPIC, [item.tag for item in profile.topic_items.all()]),
    ]
    values = {(facet, term.slug) for facet, found in terms for term in found if term}
    if profile.place:
        values |= {(facet, place.slug) for facet, kind in PLACES.items() if (place := profile.place.above(kind))}
    values |= {
        (Facet.LANGUAGE, text.language)
        for text in profile.texts.all()
        if text.says_something and text.language != UNKNOWN
    }
    if profile.verified:
        values.add((Facet.VERIFIED, "yes"))
    return values


def _entries(profile):
    latitude, longitude = profile.position or (None, None)
    search_text = _search_text(profile)
    for language in dict(settings.LANGUAGES):
        text = profile.text_in(language)
        name, name_language = profile.name_in(language)
        yield Entry(
            profile=profile,
            language=language,
            text_language=text.language if text else "",
            name_language=name_language,
            name=name,
            sort_key=sort_key(name),
            search_text=search_text,
            theme=profile.hue,
            latitude=latitude,
            longitude=longitude,
            published_at=profile.first_published_at or timezone.now(),
        )


def _search_text(profile):
    """Its names in all languages, as written and in Latin, so that both scripts find both."""
    names = {profile.name, *(text.name for text in profile.texts.all() if text.name)}
    return "".join(f"\n{name.casefold()}\n{slugify(name)}" for name in sorted(names))
