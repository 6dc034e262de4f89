"""What of the directory has the words that somebody looks for."""

from dataclasses import replace

from core.slugs import slugify
from directory.indexing import FOUND_AS
from directory.models import Entry
from search.matching import matches


def matches_of(text, language, *, exactly=False):
    """The search's `Matches` with profiles' ids, or None where it can't tell.

    Names that have the words anywhere in them are no weak matches.
    """
    entries = having_in_name(Entry.objects.filter(language=language), text)
    named = entries.order_by("sort_key", "profile").values_list("profile", flat=True)
    found = matches(text, language, FOUND_AS, exactly=exactly)
    if found and found.corrected and named:
        # What stands in a name is no mistake.
        found = matches(text, language, FOUND_AS, exactly=True)
    if found is None:
        return None
    strict = tuple(dict.fromkeys((*found.strict, *named)))
    known = set(strict)
    weak = tuple(one for one in found.weak if one not in known)
    grown = len(strict) + len(weak) > len(found.strict) + len(found.weak)
    return replace(found, strict=strict, weak=weak, query=None if grown else found.query)


def having_in_name(entries, text):
    """Those of the entries that have each word of the text in their names, in either script and in part."""
    for word in text.casefold().split():
        latin = slugify(word)
        entries = entries.having(word, latin) if latin else entries.having(word)
    return entries
