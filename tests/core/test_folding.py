"""Letters in lines that mail servers take as they are."""

import html.parser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import LENGTH, fold

CELL = (
    '<td align="left" style="font-size: 16px; color: #222"><a href="https://club.example.org/" class="b">Дело</a></td>'
)


class Reader(html.parser.HTMLParser):
    """What a mail program sees of HTML: tags with their attributes, and text but for how its spaces are written."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag):
        self.seen.append(tag)

    def handle_comment(self, data):
        self.seen.append(("comment", data.split()))

    def handle_data(self, data):
        if self.seen and isinstance(self.seen[-1], list):
            self.seen[-1] += data.split()
        else:
            self.seen.append(data.split())


def read(html):
    reader = Reader()
    reader.feed(html)
    return reader.seen


def longest(text):
    return max(len(line.encode()) for line in text.split("\n"))


def test_no_line_of_a_letter_is_long():
    letter = CELL * 250 + f"<p>{'Социалната иновация започва там. ' * 100}</p>"
    assert longest(letter) > 20_000
    assert longest(fold(letter)) <= LENGTH


def test_what_is_short_stays_as_it_is():
    assert fold(f"{CELL}\n{CELL}\n") == f"{CELL}\n{CELL}\n"


@pytest.mark.parametrize(
    "letter",
    [
        CELL * 50,
        "<!--[if mso | IE]><table role='presentation' width=\"600\"><tr><td><![endif]-->" * 20,
        f'<img alt="{"стара къща " * 80}" src="/a.jpg">' * 3,
        f'<p title="3 > 2">{"дума " * 300}</p>',
    ],
    ids=["cells", "conditional comments", "a long alternative text", "a sign in an attribute"],
)
def test_programs_read_the_same_as_before(letter):
    assert read(fold(letter)) == read(letter)


@given(st.lists(st.sampled_from(["<b class='x'>", "</b>", "дума ", " ", "\n", "x" * 90, "'", '"', "<", "<a ", ">"])))
def test_only_spaces_change(pieces):
    letter = "".join(pieces * 9)
    assert fold(letter).replace("\n", " ") == letter.replace("\n", " ")
