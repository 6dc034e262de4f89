"""A part of a message that was encoded once: fixed pieces of bytes, and slots that each recipient's words go into."""

import binascii
import html

from mailing.bodies.slots import cut

LINE = 76  # characters of base64 (RFC 2045)
LONGEST_LINE = 998  # bytes, without CRLF (RFC 5322)


class Part:
    """The text or HTML part of a body. `join` gives its bytes for one recipient."""

    def __init__(self, text, *, subtype):
        self.subtype = subtype
        self._escape = html.escape if subtype == "html" else str
        lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
        cuts = cut("\r\n".join(lines) + "\r\n")
        self._pieces = [piece.encode() for piece in cuts[::2]]
        self._names = cuts[1::2]
        self._room = min(_room(line) for line in lines)

    def join(self, words):
        """The content with `words` {slot: text} in it, escaped for where they stand, and the longest one's length."""
        values = [self._escape(words.get(name, "")).encode() for name in self._names]
        joined = [self._pieces[0]]
        for value, piece in zip(values, self._pieces[1:], strict=True):
            joined += [value, piece]
        return b"".join(joined), max(map(len, values), default=0)

    def render(self, words, *, eight_bit):
        """The part as it stands in a message: its headers, an empty line, its content."""
        content, longest = self.join(words)
        if eight_bit and longest <= self._room:
            return self._header("8bit") + content
        return self._header("base64") + encode(content)

    def _header(self, encoding):
        return (
            f"Content-Type: text/{self.subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        ).encode()


def encode(content):
    """`content` in base64, in lines."""
    text = binascii.b2a_base64(content, newline=False)
    return b"\r\n".join([text[at : at + LINE] for at in range(0, len(text), LINE)]) + b"\r\n"


def _room(line):
    """How long each word in the slots of this line may be, in bytes, so that it isn't too long; negative if it is."""
    cuts = cut(line)
    fixed = sum(len(piece.encode()) for piece in cuts[::2])
    return (LONGEST_LINE - fixed) // max(len(cuts[1::2]), 1)
