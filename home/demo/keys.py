"""Stable identities: the same content has the same keys on every machine, so that a second run finds it again."""

from uuid import NAMESPACE_URL, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "https://social-innovations.club/demo/")


def stable_id(*parts):
    """A UUID that depends on `parts` alone."""
    return uuid5(_NAMESPACE, "/".join(map(str, parts)))
