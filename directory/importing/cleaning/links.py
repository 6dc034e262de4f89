"""Web addresses: mended where what is meant is plain, refused where it isn't one."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from directory.importing.cleaning.contacts import MARK, cut_contacts, mask
from directory.importing.reasons import Problem

_VALID = URLValidator(schemes=["http", "https"])
_LONGEST = 500
_BREAKS = re.compile(r"\s*[;,]?\s+|;(?=https?://|www\.)")
_TWICE = re.compile(r"^(?:https?:/{0,2})?(?:www\.)?(?=https?://)", re.IGNORECASE)
_SCHEME = re.compile(r"^https?:/{0,3}(?=[^/\s])", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"^[a-z][a-z0-9+\-]{0,20}:(?!\d)", re.IGNORECASE)
# Names that only the reader's own machine or network answers to (RFC 6761, 6762).
_LOCAL = re.compile(r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|invalid|test|home|corp)$")
_NUMBERS = re.compile(r"[\d.]+|\[.*")


def clean_links(text, field):
    """([addresses], [problems]) of a value that has one web address, or several."""
    links, problems, words = [], [], []
    kept, cut = cut_contacts(text)
    if cut:
        problems.append(Problem(field, mask(text), "link_contact"))
        text = kept.replace(MARK, " ")
    for part in _BREAKS.split(text.strip()):
        if not part or part.startswith("@"):
            continue
        if "." not in part and ":" not in part:
            words.append(part)
            continue
        link, problem = clean_link(part, field)
        if problem:
            problems.append(problem)
        if link and link not in links:
            links.append(link)
    if words or (text.strip() and not links and not problems):
        problems.append(Problem(field, " ".join(words) or text, "link"))
    return links, problems


def clean_link(text, field):
    """(address or "", problem or None): `https://` and http only, with a host that anybody can look up."""
    given = text.strip("<>[]\"'.,; ")
    given = given if "(" in given.rstrip("(") else given.strip("()")
    link = _TWICE.sub("", given)
    if _SCHEME.match(link):
        link = _SCHEME.sub(lambda match: "https://" if match[0][4] in "sS" else "http://", link)
    elif _OTHER_SCHEME.match(link):
        return "", Problem(field, given, "link")
    else:
        link = f"http://{link}"
    if not is_plausible(link):
        return "", Problem(field, given, "link")
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
