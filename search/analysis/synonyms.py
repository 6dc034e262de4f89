"""Groups of words and phrases that mean the same, in any languages; a query is widened by them, an index never is."""

import itertools
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from search.analysis import keys
from search.analysis.scripts import is_cyrillic
from search.analysis.stopwords import is_stop_word
from search.analysis.tokens import clean, tokens
from search.analysis.typeahead import prefix_forms
from search.analysis.vocabulary import Vocabulary
from search.terms import Word

# What was typed counts more than what means the same.
WEIGHT = 0.7
_HOME = {True: "bg", False: "en"}


class Synonyms:
    """Groups compiled for one look-up a word: `Synonyms([["НПО", "неправителствена организация", "NGO"], …])`."""

    def __init__(self, groups=(), *, weight=WEIGHT):
        self._weight = weight
        self._groups = []
        self._by_first_key = {}
        self._keys = set()
        for group in groups:
            phrases = tuple(dict.fromkeys(form for text in group for form in _forms(text)))
            if len(phrases) > 1:
                self._add(phrases)

    def _add(self, phrases):
        number = len(self._groups)
        self._groups.append(phrases)
        for phrase in phrases:
            wanted = tuple(word.keys[0] for word in phrase)
            self._keys.update(wanted)
            self._by_first_key.setdefault(wanted[0], []).append((wanted, number))

    @cached_property
    def vocabulary(self):
        """The words of the groups: what a misspelt word may be meant to be though no document has it."""
        return Vocabulary(
            dict.fromkeys((word for group in self._groups for phrase in group for word in _texts(phrase)), 1)
        )

    def __len__(self):
        return len(self._groups)

    def knows(self, of_word):
        """Whether a group speaks of a word with one of these keys."""
        return not self._keys.isdisjoint(of_word)

    def spans(self, words):
        """[(start, end, phrases)] of what has synonyms among words (sets of keys); the widest win, none overlap."""
        found = {}
        for start, of_word in enumerate(words):
            for key in of_word:
                for wanted, number in self._by_first_key.get(key, ()):
                    end = start + len(wanted)
                    if end <= len(words) and all(
                        key in keys for key, keys in zip(wanted[1:], words[start + 1 : end], strict=True)
                    ):
                        found.setdefault((start, end), {})[number] = wanted
        return list(self._apart(found))

    def begun(self, words, last, most):
        """At most `most` pairs (start, meanings) of phrases that the words from `start` on begin, each meaning a tuple
        of keys; of the last word, any beginning will do.

        `words` are sets of keys as in `spans`, `last` the beginnings that the last word may be (`typed_prefixes`).
        """
        found = {}
        for start in range(len(words)):
            for number, phrase in self._begun_from(words[start:], last):
                found.setdefault((start, number), phrase)
        for (start, number), phrase in sorted(found.items(), key=lambda item: (item[0][0], len(item[1])))[:most]:
            yield start, tuple(_whole(other) for other in self._groups[number] if other is not phrase)

    def _begun_from(self, words, last):
        """Pairs (number of a group, its phrase) of phrases whose words begin so."""
        for key in words[0] if len(words) > 1 else ():
            for wanted, number in self._by_first_key.get(key, ()):
                if len(wanted) >= len(words) and all(map(_has, words[1:-1], wanted[1:])):
                    phrase = next(one for one in self._groups[number] if _keys(one) == wanted)
                    if _begins(phrase[len(words) - 1], last):
                        yield number, phrase
        if len(words) == 1:
            for prefix in last:
                at = bisect_left(self._by_beginning, (prefix,))
                while at < len(self._by_beginning) and self._by_beginning[at][0].startswith(prefix):
                    _form, number, place = self._by_beginning[at]
                    yield number, self._groups[number][place]
                    at += 1

    @cached_property
    def _by_beginning(self):
        """Sorted triples: what a phrase begins with, the number of its group, its place there."""
        return sorted(
            (form, number, place)
            for number, group in enumerate(self._groups)
            for place, phrase in enumerate(group)
            for form in prefix_forms(phrase[0].text)
        )

    def _apart(self, found):
        taken = set()
        for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                numbers = found[start, end]
                others = (
                    _adjacent(phrase, self._weight)
                    for number, wanted in numbers.items()
                    for phrase in self._groups[number]
                    if tuple(word.keys[0] for word in phrase) != wanted
                )
                yield start, end, tuple(dict.fromkeys(others))


def phrase_keys(text):
    """The keys of a word or phrase, in each way that it's written: what makes two of them the same."""
    return {tuple(word.keys[0] for word in phrase) for phrase in _forms(text)}


def _has(of_word, key):
    return key in of_word


def _keys(phrase):
    return tuple(word.keys[0] for word in phrase)


def _begins(word, prefixes):
    return any(form.startswith(tuple(prefixes)) for form in prefix_forms(word.text))


def _whole(phrase):
    """The keys of all words of a phrase side by side."""
    return tuple(dict.fromkeys(key for word in _adjacent(phrase, 1.0) for key in word.keys))


def _texts(phrase):
    return [keys.plain(word.text) for word in phrase if not word.text.isdigit()]


def _adjacent(phrase, weight):
    """The phrase as words that follow each other, of which all together count as one."""
    if len(phrase) == 1:
        return (replace(phrase[0], weight=weight),)
    pairs = list(itertools.pairwise(phrase))
    shown = [f"{phrase[0].text} {phrase[1].text}", *(word.text for word in phrase[2:])]
    return tuple(
        Word(text, (keys.pair(first.keys[0], second.keys[0]),), weight=weight / len(pairs))
        for text, (first, second) in zip(shown, pairs, strict=True)
    )


def _forms(text):
    """The phrase's words, and the same with its compounds written as one: co-op is coop."""
    parts = list(tokens(clean(text)))
    joined = []
    for part in parts:
        if part.hyphened and joined:
            joined[-1] += part.text
        else:
            joined.append(part.text)
    hyphened = {at for at, part in enumerate(parts) if part.hyphened}
    kept = [
        part.text
        for at, part in enumerate(parts)
        if at in hyphened or at + 1 in hyphened or not is_stop_word(part.text, "en")
    ] or [part.text for part in parts]
    if kept:
        yield tuple(map(_word, kept))
    if hyphened:
        yield tuple(map(_word, joined))


def _word(text):
    code = _HOME[is_cyrillic(text)]
    return Word(text, (keys.canonical(text, code),))
