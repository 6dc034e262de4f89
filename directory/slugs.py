"""The part of an address that stands for a profile, and names as they are compared."""

from itertools import count, islice

from core.slugs import slugify

SLUG_LENGTH = 150
AT_ONCE = 20  # numbers that are tried with one query


def fold_name(name):
    """`name` as two profiles are compared by: Latin, without capitals, spaces and punctuation. Whole at 160 letters."""
    return slugify(name).replace("-", "")[:160]


def find_slug(name, *tables):
    """A slug for `name` that no row of the querysets `tables` has."""
    return find_slugs([base_of(name)], *tables)[0]


def find_slugs(wanted, *tables):
    """A slug for each of those `wanted` that no row of the querysets `tables` has: most often the very same."""
    taken = _had(wanted, tables)
    slugs = []
    for base in wanted:
        slug = _numbered(base, tables, taken) if base in taken else base
        taken.add(slug)
        slugs.append(slug)
    return slugs


def base_of(name):
    """The slug of `name` while nobody else has it."""
    return slugify(name)[:SLUG_LENGTH].strip("-") or "profile"


def _numbered(base, tables, taken):
    """The first of base-2, base-3, … that is free. Whole slugs are asked for: no database needs to search for them."""
    numbered = (f"{base[:SLUG_LENGTH]}-{number}" for number in count(2))
    while True:
        slugs = list(islice(numbered, AT_ONCE))
        had = taken | _had(slugs, tables)
        if free := [slug for slug in slugs if slug not in had]:
            return free[0]


def _had(slugs, tables):
    return {slug for table in tables for slug in table.filter(slug__in=slugs).values_list("slug", flat=True)}
