"""The part of an address that stands for a profile, and names as they are compared."""

from core.slugs import slugify

SLUG_LENGTH = 150


def fold_name(name):
    """`name` as two profiles are compared by: Latin, without capitals, spaces and punctuation. Whole at 160 letters."""
    return slugify(name).replace("-", "")[:160]


def find_slug(name, *tables):
    """A slug for `name` that no row of the querysets `tables` has."""
    return _numbered(base_of(name), tables, taken=())


def find_slugs(wanted, *tables):
    """A slug for each of those `wanted` that no row of the querysets `tables` has: most often the very same."""
    taken = {slug for table in tables for slug in table.filter(slug__in=wanted).values_list("slug", flat=True)}
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
    taken = {
        *taken,
        *(slug for table in tables for slug in table.filter(slug__startswith=base).values_list("slug", flat=True)),
    }
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base[:SLUG_LENGTH]}-{number}"
    return slug
