"""HTML in short lines: mail that has long ones must be encoded, which makes it longer and slower to send."""

import re

# Bytes. SMTP takes 998; what is left is room for the words that go into a letter for each reader.
LENGTH = 500
# Where a line may end and nobody sees it: between a tag's name and its attributes, and between words of text.
_IN_TAG = re.compile(r"<[a-z][a-z0-9]* ")
_TEXT = re.compile(r">[^<>]+")


def fold(html):
    """`html` with line breaks in the place of spaces, so that as few lines as possible exceed LENGTH bytes."""
    return "\n".join(map(_fold, html.split("\n")))


def _fold(line):
    if len(line.encode()) <= LENGTH:
        return line
    pieces, begin, last = [], 0, None
    for place in [*_places(line), len(line)]:
        if last is not None and len(line[begin:place].encode()) > LENGTH:
            pieces.append(line[begin:last])
            begin = last + 1
        last = place
    return "\n".join([*pieces, line[begin:]])


def _places(line):
    """Where the spaces are that may become line breaks, in their order."""
    in_tags = {match.end() - 1 for match in _IN_TAG.finditer(line)}
    in_text = {
        match.start() + place
        for match in _TEXT.finditer(line)
        for place, character in enumerate(match[0])
        if character == " "
    }
    return sorted(in_tags | in_text)
