"""From what a reader typed to what an engine is asked."""

from dataclasses import dataclass, replace

from search.analysis import keys
from search.analysis.glossary import glossary
from search.analysis.reading import read
from search.analysis.stopwords import is_stop_word
from search.analysis.synonyms import Synonyms
from search.analysis.tokens import clean, tokens
from search.terms import Group, Query, Word

# More words than anybody types; of a pasted page the beginning counts.
MOST_WORDS = 16
LONGEST_TEXT = 2_000
# Of so many keys of a word, the likeliest, pairs are made.
PAIRED = 3
NO_SYNONYMS = Synonyms()


@dataclass(frozen=True)
class UnderstoodWord:
    """A word as it was typed, what it was taken for, and what means the same; a small word counts for nothing."""

    typed: str
    taken_for: str
    small: bool = False
    alternatives: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understood:
    """`corrected` is the text with its mistakes put right, or None if none was found."""

    text: str
    query: Query
    words: tuple[UnderstoodWord, ...] = ()
    corrected: str | None = None


def understand(text, language, synonyms=NO_SYNONYMS, vocabulary=None, *, correct=True):
    """What is looked for by a text that a reader of the language typed; any text will do.

    Without a vocabulary (or `correct`) nothing is taken for a mistake.
    """
    text = " ".join(clean(text[:LONGEST_TEXT]).split())
    typed = list(tokens(text))
    telling = _telling(typed, text, language)[:MOST_WORDS]
    readings = read(telling, language, synonyms, vocabulary if correct else None)
    of_words = [frozenset(reading.likely) for reading in readings]
    spans = [*synonyms.spans(of_words), *glossary().spans(of_words)]
    return Understood(
        text=text,
        query=Query(tuple(_groups(readings, spans))),
        words=tuple(_described(typed, readings, spans)),
        corrected=_corrected(text, readings),
    )


def signature(text, language):
    """The keys of the words of a text that count: texts with the same ones ask for the same."""
    text = " ".join(clean(text[:LONGEST_TEXT]).split())
    telling = _telling(list(tokens(text)), text, language)[:MOST_WORDS]
    return frozenset(keys.canonical(token.text, language) for token in telling)


def _telling(typed, text, language):
    """The words that count, each once: without the small ones, unless there are no others."""
    after = {index for index, token in enumerate(typed) if token.hyphened}
    shouted = text.isupper() and len(typed) > 1
    telling = {}
    for index, token in enumerate(typed):
        compound = index in after or index + 1 in after
        acronym = token.end - token.start > 1 and text[token.start : token.end].isupper() and not shouted
        if compound or acronym or not is_stop_word(token.text, language):
            telling.setdefault(token.text, token)
    return list((telling or {token.text: token for token in typed}).values())


def _groups(readings, spans):
    """One group a word; where words have synonyms, each of the words is also had by any of them."""
    pairs = _pairs(readings)
    groups = [
        Group(
            (
                (Word(reading.taken_for, reading.keys + of_pairs, reading.roots),),
                *((alternative,) for alternative in reading.alternatives),
            )
        )
        for reading, of_pairs in zip(readings, pairs, strict=True)
    ]
    for start, end, phrases in spans:
        for index in range(start, end):
            known = {_keys(phrase) for phrase in groups[index].phrases}
            new = tuple(phrase for phrase in phrases if _keys(phrase) not in known)
            groups[index] = replace(groups[index], phrases=groups[index].phrases + new)
    return groups


def _keys(phrase):
    return tuple(word.keys for word in phrase)


def _pairs(readings):
    """For each word the keys of it and the next: a document that has both side by side is likelier meant."""
    following = [*readings[1:], None][: len(readings)]
    return [
        tuple(keys.pair(one, other) for one in reading.likely[:PAIRED] for other in after.likely[:PAIRED])
        if after
        else ()
        for reading, after in zip(readings, following, strict=True)
    ]


def _described(typed, readings, spans):
    of_token = _by_token(readings)
    for token in typed:
        if token.text not in of_token:
            yield UnderstoodWord(token.text, token.text, small=True)
        for index in of_token.get(token.text, ()):
            reading = readings[index]
            phrases = [phrase for start, end, found in spans if start <= index < end for phrase in found]
            yield UnderstoodWord(
                typed=token.text,
                taken_for=reading.taken_for,
                alternatives=tuple(word.text for word in reading.alternatives if word.text != token.text),
                synonyms=tuple(dict.fromkeys(" ".join(word.text for word in phrase) for phrase in phrases)),
            )


def _by_token(readings):
    """{word typed: where its readings are}."""
    found = {}
    for index, reading in enumerate(readings):
        found.setdefault(reading.token.text, []).append(index)
    return found


def _corrected(text, readings):
    """The text with what was taken for another word put in its place, with a capital where there was one."""
    meant = {
        typed: " ".join(readings[index].taken_for for index in places) for typed, places in _by_token(readings).items()
    }
    parts, at = [], 0
    for token in tokens(text):
        word = meant.get(token.text, token.text)
        if word != token.text:
            parts += (text[at : token.start], word.capitalize() if token.capital else word)
            at = token.end
    return "".join((*parts, text[at:])) if parts else None
