"""The plain text of rich text: paragraphs, lists, and each link behind its words."""

import textwrap
from html.parser import HTMLParser

WIDTH = 76


def plain(html, absolute):
    """`html` (as editors write it) as text in lines; `absolute` makes addresses whole."""
    reader = _Reader(absolute)
    reader.feed(html)
    reader.close()
    text, before = "", False
    for is_item, paragraph in reader.paragraphs():
        text += ("\n" if before and is_item else "\n\n") + paragraph
        before = is_item
    return text.strip()


def wrapped(text, **indents):
    """`text` in lines of at most `WIDTH` characters, addresses in one piece."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False, **indents)


class _Reader(HTMLParser):
    def __init__(self, absolute):
        super().__init__(convert_charrefs=True)
        self._absolute = absolute
        self._blocks = [[]]  # each a list of pieces of text
        self._lists, self._items = [], []
        self._href = ""

    def handle_starttag(self, tag, attrs):
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin()
            if self._lists and self._lists[-1] is not None:
                self._lists[-1] += 1
            number = self._lists[-1] if self._lists else None
            self._items.append((len(self._blocks) - 1, f"{number}. " if number else "- "))
        elif tag == "p":
            self._begin()
        elif tag == "br":
            self._blocks[-1].append("\n")
        elif tag == "a":
            self._href = dict(attrs).get("href") or ""

    def handle_endtag(self, tag):
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._begin()
        elif tag == "a" and self._href:
            self._blocks[-1].append(f" <{self._absolute(self._href)}>")
            self._href = ""

    def handle_data(self, data):
        self._blocks[-1].append(data)

    def _begin(self):
        """Another block, unless the one at hand is empty."""
        if "".join(self._blocks[-1]).strip():
            self._blocks.append([])

    def paragraphs(self):
        """Pairs (whether it is an item of a list, its text)."""
        marks = dict(self._items)
        for number, block in enumerate(self._blocks):
            lines = [" ".join(line.split()) for line in "".join(block).split("\n")]
            text = "\n".join(
                wrapped(line, initial_indent=marks.get(number, ""), subsequent_indent=" " * len(marks.get(number, "")))
                for line in lines
                if line
            )
            if text:
                yield number in marks, text
