import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import Synonyms, understand
from search.analysis.highlight import Wanted, marked, snippet
from search.analysis.tokens import clean

SYNONYMS = Synonyms([["приют", "shelter", "кризисен център"]])


def wanted(text, language="bg"):
    return Wanted.of(understand(text, language, SYNONYMS).query)


@pytest.mark.parametrize(
    ("query", "text", "language", "html"),
    [
        ("иновации", "Нова иновацията.", "bg", "Нова <mark>иновацията</mark>."),
        ("mladeji", "За младежите", "bg", "За <mark>младежите</mark>"),
        ("Житена", "Zhitena Pita", "en", "<mark>Zhitena</mark> Pita"),
        ("shelter", "В кризисния център", "bg", "В <mark>кризисния</mark> <mark>център</mark>"),
        ("обучители", "Платено обучение", "bg", "Платено <mark>обучение</mark>"),
        ("кон", "Куче & <котка>", "bg", "Куче &amp; &lt;котка&gt;"),
        ("<b>", "<b>x</b>", "en", "&lt;<mark>b</mark>&gt;x&lt;/<mark>b</mark>&gt;"),
    ],
)
def test_what_was_looked_for_is_marked(query, text, language, html):
    assert marked(text, wanted(query), language) == html


def test_a_snippet_shows_where_most_words_are():
    text = "Начало. " * 60 + "Тук има приют за бездомни. " + "Край. " * 60

    html = snippet(text, wanted("приют бездомни"), "bg")

    assert html.startswith("…")
    assert html.endswith("…")
    assert "<mark>приют</mark> за <mark>бездомни</mark>" in html


def test_a_snippet_without_marks_is_the_beginning():
    assert snippet("Кратък текст", wanted("кон"), "bg") == "Кратък текст"


@given(st.text(), st.text())
def test_whatever_is_marked_the_text_stays_and_is_escaped(query, text):
    html = marked(text, wanted(query), "bg")
    plain = html.replace("<mark>", "").replace("</mark>", "")

    assert "<" not in plain
    assert ">" not in plain
    assert '"' not in plain
    assert unescape(plain) == clean(text)


@given(st.text(alphabet="абвия <>&\"' ", max_size=900), st.integers(30, 300))
def test_a_snippet_is_a_part_of_the_text_and_its_marks_are_closed(text, width):
    html = snippet(text, wanted("аби вия"), "bg", width)

    assert html.count("<mark>") == html.count("</mark>")
    assert unescape(re.sub("</?mark>|…", "", html)) in " ".join(clean(text).split())
