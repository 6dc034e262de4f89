"""Web addresses: mended where what is meant is plain, refused where it isn't one."""

import re
from urllib.parse import urlsplit

from directory.importing.cleaning.contacts import has_contact
from directory.importing.reasons import Problem
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

_VALID = URLValidator(schemes=["http", "https"])
_LONGEST = 500
_BREAKS = re.compile(r"\s*[;,]\s+|\s*;\s*|\s+")
_TWICE = re.compile(r"^(?:https?:/{0,2})?(?:www\.)?(?=https?://)", re.IGNORECASE)
_SCHEME = re.compile(r"^https?:/{0,3}(?=[^/\s])", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"^[a-z][a-z0-9+\-]{0,20}:(?!\d)", re.IGNORECASE)
# Names that only the reader's own machine or network answers to (RFC 6761, 6762).
_LOCAL = re.compile(r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|invalid|test|home|corp)$")
_NUMBERS = re.compile(r"[\d.]+|\[.*")


def clean_links(text, field):
    """([addresses], [problems]) of a value that has one web address, or several."""
    links, problems = [], []
    for part in _BREAKS.split(text.strip()):
        if not part or part.startswith("@"):
            continue
        link, problem = clean_link(part, field)
        if problem:
            problems.append(problem)
        if link and link not in links:
            links.append(link)
    if not links and not problems and text.strip():
        problems.append(Problem(field, text, "link"))
    return links, problems


def clean_link(text, field):
    """(address or "", problem or None): `https://` and http only, with a host that anybody can look up."""
    given = text.strip("<>()[]\"'.,; ")
    link = _TWICE.sub("", given)
    if _SCHEME.match(link):
        link = _SCHEME.sub(lambda match: "https://" if match[0][4] in "sS" else "http://", link)
    elif _OTHER_SCHEME.match(link):
        return "", Problem(field, given, "link")
    else:
        link = f"http://{link}"
    if not is_plausible(link):
        return "", Problem(field, given, "link")
    if has_contact(link):
        return "", Problem(field, "", "link_contact")
    mended = link.casefold() != given.casefold()
    return link, Problem(field, given, "link_mended", {"address": link}) if mended else None


def is_plausible(link):
    """Whether it is an address of the public web that readers can be sent to."""
    try:
        _VALID(link)
        parts = urlsplit(link)
    except (ValidationError, ValueError):
        return False
    host = (parts.hostname or "").rstrip(".")
    return (
        len(link) <= _LONGEST
        and "@" not in parts.netloc
        and "." in host
        and not _NUMBERS.fullmatch(host)
        and not _LOCAL.search(host)
    )
