"""What each word of a query is taken for: itself where anything knows it, else what it's probably a mistake for."""

from dataclasses import dataclass

from search.analysis import keys
from search.analysis.correction import corrections
from search.analysis.glossary import glossary
from search.analysis.tokens import Token
from search.terms import Word

# What may have been meant counts less than what probably was.
ALTERNATIVE = 0.5
# Looking for what's meant takes its time: of a text full of mistakes the first are put right.
MOST_LOOKED_UP = 6
# Shorter roots are had by words that have nothing to do with each other.
SHORTEST_ROOT = 6


@dataclass(frozen=True)
class Reading:
    """What a word was taken for; of its keys the likely ones are those that documents have, if any do."""

    token: Token
    taken_for: str
    keys: tuple[str, ...]
    roots: tuple[str, ...]
    likely: tuple[str, ...]
    alternatives: tuple[Word, ...] = ()


def read(words, language, synonyms, vocabulary):
    """What the words are taken for: themselves where they're known, else what they're probably mistakes for."""
    codes = (language,)
    books = (synonyms, glossary())
    found, looked_up = [], 0
    for token in words:
        reading = _as_typed(token, codes, vocabulary)
        if vocabulary and looked_up < MOST_LOOKED_UP and not _is_known(reading, vocabulary, books):
            looked_up += 1
            found += _meant(reading, codes, vocabulary, books) or [reading]
        else:
            found.append(reading)
    return found


def _as_typed(token, codes, vocabulary):
    of_word = keys.query_keys(token.text, codes)
    known = vocabulary.known(of_word) if vocabulary else ()
    # A document may be newer than the vocabulary: keys that it doesn't know are looked for too.
    every = tuple(dict.fromkeys((*known, *of_word)))
    return Reading(token, token.text, every, keys.query_roots(token.text, codes), known or of_word)


def _is_known(reading, vocabulary, books):
    """Whether the word itself, one of its keys or one that's long enough of its roots is known to anything."""
    derived = [root for root in reading.roots if len(root) >= SHORTEST_ROOT]
    return (
        vocabulary.count(keys.plain(reading.token.text)) > 0
        or vocabulary.knows(reading.keys)
        or vocabulary.knows(derived)
        or any(book.knows(reading.likely) for book in books)
    )


def _meant(reading, codes, vocabulary, books):
    """Readings of the word that a mistaken one was probably meant to be, or of the two that were written as one.

    What was typed is looked for too: a new document may have it.
    """
    token = reading.token
    typed = Word(token.text, reading.keys)
    if meant := corrections(token.text, (vocabulary, *(book.vocabulary for book in books))):
        first, *others = (_word(word, codes, vocabulary) for word in meant)
        return [Reading(token, first.text, first.keys, first.roots, first.keys, (*others, typed))]
    halves = (_word(half, codes, vocabulary) for half in vocabulary.halves(token.text))
    return [Reading(token, half.text, half.keys, half.roots, half.keys, (typed,)) for half in halves]


def _word(text, codes, vocabulary):
    """A word as a vocabulary writes it: only what documents have of it, or else the word itself."""
    of_word = keys.query_keys(text, codes)
    return Word(text, vocabulary.known(of_word) or of_word[:1], keys.query_roots(text, codes)[:1], ALTERNATIVE)
