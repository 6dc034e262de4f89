"""Writes many profiles at once: what saving each of them would do, in a fixed number of queries."""

from datetime import date

from django.conf import settings

from core.fields import PerLanguage
from core.models.labelled import derived_columns
from directory.importing.relations import write_relations
from directory.importing.targets import ONE_TERM
from directory.importing.values import PARTS, PLAIN, TEXT
from directory.models import FormerSlug, Profile, ProfileText
from directory.slugs import base_of, find_slugs, fold_name

_COLUMNS = [
    *(name for name in PLAIN if name != "slug"), "slug", *(field.value for field in ONE_TERM), "place", "verified",
    "is_demonstration", "confirmed_on", "live", "has_unpublished_changes", "first_published_at", "last_published_at",
    "sort_key", "search_text", "folded_name",
]  # fmt: skip


def create_profiles(all_values, lookup, *, now):
    """Make a profile of each of `all_values` and return them, without rows for lists. Part of a transaction."""
    wanted = [values.get("slug") or base_of(values["name"]) for values in all_values]
    slugs = find_slugs(wanted, Profile.objects.all(), FormerSlug.objects.all())
    profiles = []
    for values, slug in zip(all_values, slugs, strict=True):
        profile = Profile(live=False, has_unpublished_changes=True)
        set_columns(profile, values | {"slug": slug}, lookup, now=now)
        set_derived(profile, values)
        profiles.append(profile)
    Profile.objects.bulk_create(profiles)
    changes = [(profile.pk, values) for profile, values in zip(profiles, all_values, strict=True)]
    _create_texts(changes)
    write_relations(changes, lookup, are_new=True)
    return profiles


def update_profiles(changes, lookup, *, now):
    """Write `changes`, a list of (profile with texts, {field: value}). Part of a transaction."""
    former = []
    for profile, values in changes:
        values = _with_free_slug(profile, values)
        if "slug" in values and profile.first_published_at and values["slug"] != profile.slug:
            former.append(FormerSlug(slug=profile.slug, profile=profile))
        set_columns(profile, values, lookup, now=now)
        texts = {f"{TEXT}{text.language}:name": text.name for text in profile.texts.all()}
        set_derived(profile, texts | values)
    Profile.objects.bulk_update([profile for profile, _values in changes], _COLUMNS, batch_size=100)
    FormerSlug.objects.bulk_create(former, ignore_conflicts=True)
    by_pk = [(profile.pk, values) for profile, values in changes]
    _update_texts(by_pk)
    write_relations(by_pk, lookup, are_new=False)


def set_columns(profile, values, lookup, *, now):
    """Set what `values` say of the profile's own columns."""
    for name in (*PLAIN, "verified", "is_demonstration"):
        if name in values:
            setattr(profile, name, values[name])
    for field, vocabulary in ONE_TERM.items():
        if field.value in values:
            setattr(profile, f"{field.value}_id", lookup.terms.get((vocabulary.value, values[field.value])))
    if "place" in values:
        profile.place = lookup.place(values["place"])
    if "confirmed_on" in values:
        profile.confirmed_on = date.fromisoformat(values["confirmed_on"]) if values["confirmed_on"] else None
    if "live" in values and values["live"] != profile.live:
        profile.live = values["live"]
        profile.has_unpublished_changes = not profile.live
        if profile.live:
            profile.first_published_at = profile.first_published_at or now
            profile.last_published_at = now


def set_derived(profile, values):
    """Keep the columns true that saving a profile keeps, where its texts aren't written yet."""
    names = {
        field.split(":")[1]: text
        for field, text in values.items()
        if field.startswith(TEXT) and field.endswith(":name") and text
    }
    profile.folded_name = fold_name(profile.name)
    labels = PerLanguage({settings.LANGUAGE_CODE: profile.name} | names | {"": profile.name})
    for name, value in derived_columns(labels).items():
        setattr(profile, name, value)


def _with_free_slug(profile, values):
    slug = values.get("slug")
    if not slug:
        return {name: value for name, value in values.items() if name != "slug"}
    others = Profile.objects.exclude(pk=profile.pk), FormerSlug.objects.exclude(profile=profile)
    return values | {"slug": find_slugs([slug], *others)[0]}


def _texts_in(values):
    """{language: {part: text}} of what `values` say of texts."""
    found = {}
    for field, text in values.items():
        if field.startswith(TEXT):
            _text, language, part = field.split(":")
            found.setdefault(language, {})[part] = text
    return found


def _create_texts(changes):
    ProfileText.objects.bulk_create(
        ProfileText(profile_id=pk, language=language, **parts)
        for pk, values in changes
        for language, parts in _texts_in(values).items()
    )


def _update_texts(changes):
    """Change, add and drop texts of profiles; a text without any part is dropped."""
    changes = {pk: texts for pk, values in changes if (texts := _texts_in(values))}
    known = {(text.profile_id, text.language): text for text in ProfileText.objects.filter(profile__in=list(changes))}
    changed, new, empty = [], [], []
    for pk, texts in changes.items():
        for language, parts in texts.items():
            text = known.get((pk, language)) or ProfileText(profile_id=pk, language=language)
            for part, value in parts.items():
                setattr(text, part, value)
            if not any(getattr(text, part) for part in PARTS):
                empty.append(text.pk)
            else:
                (changed if text.pk else new).append(text)
    ProfileText.objects.filter(pk__in=[pk for pk in empty if pk]).delete()
    ProfileText.objects.bulk_update(changed, PARTS, batch_size=100)
    ProfileText.objects.bulk_create(new)
