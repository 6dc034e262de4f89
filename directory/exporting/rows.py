"""All profiles as rows of the format that `directory.importing.mapping.own_format` reads."""

from directory.formats.tables import cell, lines
from directory.importing.targets import ONE_TERM, PER_LANGUAGE, SEVERAL_TERMS, Target
from directory.importing.values import TEXT, values_of
from directory.models import Profile, ProfileText
from taxonomy.models import PlaceKind

PART = 200  # profiles that are in memory at a time
SEPARATOR = ";"
# Where each profile came from, for people: imports know it by themselves and leave the column out.
ORIGINS = "origins"
# What an import calls otherwise, or makes of other columns.
_NOT_WRITTEN = {Target.TEXT, Target.SUMMARY, Target.STORY, Target.WORDS}
# The reader of CSV takes an apostrophe away before these; before itself, too, so that nothing is ambiguous.
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def export_lines():
    """The text of the table in pieces: drafts, unlisted profiles and texts in all languages are in it."""
    languages = ProfileText.objects.order_by("language").values_list("language", flat=True).distinct()
    parts = [f"{target.value}:{language}" for language in languages for target in PER_LANGUAGE if target != Target.TEXT]
    columns = [target.value for target in Target if target not in _NOT_WRITTEN] + sorted(parts) + [ORIGINS]
    rows = map(_row, _profiles())
    return lines(columns, ([_guarded(row.get(column)) for column in columns] for row in rows))


def _profiles():
    """Every profile, walked by key."""
    profiles = Profile.objects.with_facts().prefetch_related("former_slugs", "origins").order_by("pk")
    last = 0
    while part := list(profiles.filter(pk__gt=last)[:PART]):
        yield from part
        last = part[-1].pk


def _row(profile):
    """{column: value} of a profile."""
    values = values_of(profile)
    row = {name: value for name, value in values.items() if not name.startswith(TEXT)}
    for name, text in values.items():
        if name.startswith(TEXT):
            _text, language, part = name.split(":")
            row[f"{part}:{language}"] = text
    several = (*(field.value for field in SEVERAL_TERMS), "topics", "links", "former_slugs")
    row |= {name: f"{SEPARATOR} ".join(values[name]) for name in several}
    row |= {field.value: values[field.value] for field in ONE_TERM}
    origins = (f"{origin.source}:{origin.source_id}" for origin in profile.origins.all())
    return (
        row
        | _where(profile)
        | {
            Target.SOURCE_ID.value: profile.pk,
            Target.PUBLISHED.value: profile.live,
            ORIGINS: f"{SEPARATOR} ".join(origins),
        }
    )


def _where(profile):
    """The place as labels that imports find again; a village or a town abroad stands for itself."""
    found = {kind: profile.place.above(kind) for kind in PlaceKind} if profile.place_id else {}
    country, province, settlement = (found.get(kind) for kind in PlaceKind)
    return {
        Target.COUNTRY.value: country.code if country else "",
        Target.PROVINCE.value: province.labels.text() if province else "",
        Target.LOCALITY.value: profile.locality or (settlement.labels.text() if settlement else ""),
    }


def _guarded(value):
    if not isinstance(value, str):
        return cell(value)
    return f"'{value}" if value.startswith(_GUARDED) else value
