"""Why a query finds what it finds, in words for editors; pure."""

from dataclasses import dataclass

from search.terms import STRICT, WEAK


@dataclass(frozen=True)
class Match:
    """What of a document a word of the query, or something that means the same, was found by."""

    word: str
    stream: str
    key: str


def described(understood):
    """How a query was understood, in a line: what was looked for ← what was typed (= what means the same)."""
    return " + ".join(_in_short(word) for word in understood.words if not word.small)


def _in_short(word):
    said = word.taken_for if word.taken_for == word.typed else f"{word.taken_for} ← {word.typed}"
    also = (*word.alternatives, *word.synonyms)
    return f"{said} (= {', '.join(also)})" if also else said


def explained(understood):
    """How a query was understood, a line for each of its words."""
    if understood.corrected:
        yield f"taken for: {understood.corrected}"
    for word in understood.words:
        yield f"{word.typed}: {_told(word)}"
    for group in understood.query.groups:
        (first, *_), *_ = group.phrases
        by_root = f"; weakly as {', '.join(first.roots)}" if first.roots else ""
        yield f"{first.text} is looked for as {', '.join(first.keys)}{by_root}"


def matches(query, streams):
    """For each group of the query, what the streams of a document have of it: nothing where it lacks it."""
    return [
        list(dict.fromkeys(found for phrase in group.phrases for found in _of_phrase(phrase, streams, query.weakly)))
        for group in query.groups
    ]


def _told(word):
    if word.small:
        return "a small word, counts for nothing"
    parts = [f"taken for {word.taken_for}" if word.taken_for != word.typed else "as typed"]
    if word.alternatives:
        parts.append(f"may also be {', '.join(word.alternatives)}")
    if word.synonyms:
        parts.append(f"means the same as {', '.join(word.synonyms)}")
    return "; ".join(parts)


def _of_phrase(phrase, streams, weakly):
    """The matches of a phrase of which the document has every word."""
    of_words = [_of_word(word, streams, weakly) for word in phrase]
    return [match for found in of_words for match in found] if all(of_words) else []


def _of_word(word, streams, weakly):
    wanted = [(stream, word.keys) for stream in STRICT] + [(stream, word.roots) for stream in WEAK if weakly]
    return [Match(word.text, stream, key) for stream, keys in wanted for key in keys if key in streams.get(stream, ())]
