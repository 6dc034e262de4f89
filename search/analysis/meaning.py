"""What the beginning of a text may mean besides, by what means the same on a site."""

from search.analysis import keys
from search.analysis.typeahead import telling_words, typed_prefixes
from search.terms import Meaning

# So many letters say what is meant; whoever has typed one may mean anything.
SHORTEST = 2
MOST = 8


def meanings_of(text, language, synonyms):
    """At most `MOST` `Meaning`s of a text of which the last word is still being typed."""
    prefixes = typed_prefixes(text)
    words = [frozenset(keys.query_keys(word, (language,))) for word in telling_words(text)]
    if not words or len(telling_words(text)[-1]) < SHORTEST:
        return ()
    found = {}
    for start, end, phrases in synonyms.spans(words):
        rest = (*prefixes[:start], *prefixes[end:])
        found |= {Meaning(tuple(key for word in phrase for key in word.keys), rest): None for phrase in phrases}
    for start, meanings in synonyms.begun(words, prefixes[-1], MOST):
        found |= {Meaning(one, prefixes[:start]): None for one in meanings}
    return tuple(found)[:MOST]
