"""The part of an address that stands for a profile, and names as they are compared."""

from core.slugs import slugify

SLUG_LENGTH = 150


def fold_name(name):
    """`name` as two profiles are compared by: Latin, without capitals, spaces and punctuation. Whole at 160 letters."""
    return slugify(name).replace("-", "")[:160]


def find_slug(name, *tables):
    """A slug for `name` that no row of the querysets `tables` has."""
    base = slugify(name)[:SLUG_LENGTH].strip("-") or "profile"
    taken = {slug for table in tables for slug in table.filter(slug__startswith=base).values_list("slug", flat=True)}
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
