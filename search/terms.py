"""What a query asks an engine for, in keys: no engine knows a language, and the analysis knows no engine."""

from dataclasses import dataclass

# A document's streams of keys and what a hit in each counts. Only `STRICT` streams make a document match by themselves
# where every word must; the others count where matches are weaker, and lift what matches anyhow.
FIELD_WEIGHTS = {"title": 4.0, "labels": 3.0, "text": 1.0, "others": 0.5, "roots": 0.3}
STRICT = ("title", "labels", "text", "others")
WEAK = ("roots",)
# Typeahead asks this stream, by prefix. What has the words in its title comes first: more than whole words add up to.
PREFIXES = "prefixes"
TITLE = "title"
TITLE_FIRST = 100.0
# What only means the same counts less there than what was typed, and where an object says what it's about, too.
LABELS = "labels"
MEANT_FIRST = 50.0


@dataclass(frozen=True)
class Word:
    """A word of the query: a document has it where one of `keys` stands in a strict stream.

    `roots` are looked for in the weak stream; `weight` says how telling the word is beside the others.
    """

    text: str
    keys: tuple[str, ...]
    roots: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True)
class Meaning:
    """What the beginning of a text may mean besides: a document has all `keys` in its title or labels, and for each of
    the `prefixes` a word that begins so."""

    keys: tuple[str, ...]
    prefixes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Group:
    """A word of the query or several that belong together: a document has it where it has all words of one phrase.

    The first of `phrases` is what was typed; the others are its synonyms.
    """

    phrases: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True)
class Query:
    """A document matches where it has at least `needed` of `groups`; none given: everything matches.

    `weakly`: words may also be had by their roots.
    """

    groups: tuple[Group, ...] = ()
    needed: int | None = None
    weakly: bool = False
