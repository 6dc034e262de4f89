"""Slots: the places in a body where each recipient's own words go."""

import re
from dataclasses import dataclass

# Two characters for private use: no text of people has them, and no template language reads them.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_SLOT = re.compile(f"{_OPEN}([a-z][a-z0-9_]*){_CLOSE}")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
MARKS = (_OPEN, _CLOSE)

# Longer words than any name or address of ours; what is longer is cut, so that no value breaks a mail's lines.
LONGEST = 250


@dataclass(frozen=True)
class Wording:
    """What a mailing says in one language. An HTML part is a whole document; without one it is text alone."""

    subject: str
    text: str
    html: str = ""


def slot(name):
    """The mark for the slot `name`, to be put into a body (also through a template: it needs no escaping)."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a slot.")
    return f"{_OPEN}{name}{_CLOSE}"


def cut(text):
    """`text` as fixed pieces and the slots between them: [piece, slot, piece, …, piece]."""
    return _SLOT.split(text)


def fill(text, words, escape=str):
    """`text` with every slot filled: the plain way, which joining pieces must agree with."""
    return _SLOT.sub(lambda match: escape(words.get(match[1], "")), text)


def slots_of(*texts):
    """The names of all slots in these texts."""
    return {name for text in texts for name in cut(text)[1::2]}


def one_line(words):
    """The words of a recipient as they may stand anywhere: in one line, without marks, not endlessly long."""
    return {name: clean(value) for name, value in words.items()}


def clean(value):
    text = " ".join(str(value).split())
    for mark in MARKS:
        text = text.replace(mark, "")
    if not text.isprintable():
        text = "".join(character for character in text if character.isprintable())
    return text[:LONGEST]
