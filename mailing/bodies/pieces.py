"""A part of a message that was encoded once: fixed pieces of bytes, and slots that each recipient's words go into."""

import binascii
import html

from mailing.bodies.slots import LONGEST, cut

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
        self._short_lines = all(_longest(line) <= LONGEST_LINE for line in lines)

    def join(self, words):
        """The content with `words` {slot: text} in it, escaped for where they stand."""
        if not self._names:
            return self._pieces[0]
        joined = [self._pieces[0]]
        for name, piece in zip(self._names, self._pieces[1:], strict=True):
            joined += [self._escape(words.get(name, "")).encode(), piece]
        return b"".join(joined)

    def render(self, words, *, eight_bit):
        """The part as it stands in a message: its headers, an empty line, its content."""
        content = self.join(words)
        if eight_bit and self._short_lines:
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


def _longest(line):
    """How many bytes the line has when each slot in it is as long as can be, and each of its characters escaped."""
    cuts = cut(line)
    return sum(len(piece.encode()) for piece in cuts[::2]) + len(cuts[1::2]) * LONGEST * 6
