"""Links, languages and texts of other collections become what ours are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.validators import hidden_characters
from directory.importing.cleaning.languages import as_tag, detect
from directory.importing.cleaning.links import clean_links, is_plausible
from directory.importing.cleaning.texts import canonical, decode, summarise, to_plain, to_story


@pytest.mark.parametrize(
    "text",
    [
        *("update6", "http://", "http://x", "-", "javascript:alert(1)", "data:text/html,x", "ftp://example.org"),
        *("http://localhost/x", "http://127.0.0.1/", "http://[::1]/", "https://user:pass@example.org"),
        *("http://printer.local", "Place 13/14", "a.b", "@name"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_reason(text):
    links, problems = clean_links(text, "website")
    assert links == []
    assert {problem.code for problem in problems} <= {"link", "link_contact"}
    assert problems


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://example.org/a?b=c", ["https://example.org/a?b=c"]),
        ("www.example.org", ["http://www.example.org"]),
        ("example.org/x", ["http://example.org/x"]),
        ("http:/example.org", ["http://example.org"]),
        ("www.http://example.org/", ["http://example.org/"]),
        ("http://http://example.org", ["http://example.org"]),
        ("http://a.example.org; www.b.org @name", ["http://a.example.org", "http://www.b.org"]),
        ("https://en.wikipedia.org/wiki/Hope_(virtue)", ["https://en.wikipedia.org/wiki/Hope_(virtue)"]),
        ("http://пример.бг", ["http://пример.бг"]),
    ],
)
def test_web_addresses_are_found_and_mended(text, links):
    assert clean_links(text, "website")[0] == links


def test_an_address_of_a_person_is_no_website_and_not_in_the_report():
    links, problems = clean_links("ivan@example.org", "website")
    assert links == []
    assert [(problem.code, "@" in problem.value) for problem in problems] == [("link_contact", False)]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="htps:/.wa@[]%#? ", max_size=60))
def test_whatever_is_taken_as_a_link_is_a_plausible_one(text):
    links, _problems = clean_links(text, "website")
    assert all(is_plausible(link) and link.startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("bg", "bg"),
        ("gr", "el"),
        ("de_at", "de-AT"),
        ("PT-br", "pt-BR"),
        ("sr-latn", "sr-Latn"),
        ("und", "und"),
        ("short", ""),
        ("", ""),
    ],
)
def test_languages_get_the_tags_of_bcp_47(text, tag):
    assert as_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Организацията работи като свързващо звено между хранителната индустрия и социалните организации.", "bg"),
        ("We are a community garden where everybody from the neighbourhood is welcome.", "en"),
        ("Ein Projekt der Gemeinschaft: Unterkunft, Garten, Kulturraum und Herberge.", "de"),
        ("Hm.", "und"),
        ("12345 67890 12345 67890", "und"),
    ],
)
def test_the_language_of_a_text_is_told_only_where_it_is_sure(text, language):
    assert detect(text) == language


def test_markup_is_cleaned_to_what_editors_write():
    story, _cut = to_story(
        decode('<h2>A</h2><p onclick="x()">B <b>c</b></p><script>alert(1)</script><a href="javascript:x">d</a>')
    )
    assert story == "A<p>B <b>c</b></p><a>d</a>"


def test_markup_that_was_written_as_entities_is_cleaned_too():
    assert (
        "script"
        not in to_story(decode("&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;"))[0]
    )


def test_entities_and_hidden_characters_are_decoded_and_removed():
    text = decode("Caf&eacute;&nbsp;&amp; co\u202e\u200b")
    assert text == "Café & co"
    assert not hidden_characters(text)


def test_paragraphs_of_plain_text_become_paragraphs():
    assert to_story("a < b\n\nc")[0] == "<p>a &lt; b</p><p>c</p>"


def test_an_address_split_by_markup_is_found():
    story, cut = to_story("<p>info<b>@</b>example.org</p>")
    assert cut
    assert "example" not in story


def test_a_link_that_writes_to_somebody_leaves_its_words():
    story, _cut = to_story('<p><a href="mailto:a@b.org">Us</a> <a href="https://x.org/?m=a@b.org">form</a></p>')
    assert "a@b.org" not in story
    assert "form" in story


def test_a_summary_ends_with_a_sentence_where_one_ends():
    sentence = "The first sentence is here, and it is long enough to be the summary of something that goes on."
    assert summarise(f"{sentence} {'word ' * 60}", 280) == sentence
    assert summarise("word " * 100, 280).endswith("word…")
    assert len(summarise("x" * 1000, 280)) <= 280


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/abp&;lt\"'= \n@.1"), max_size=200))
def test_cleaned_texts_stay_as_they_are_when_cleaned_again(text):
    story, _cut = to_story(decode(text))
    assert canonical(canonical(story)) == canonical(story)
    assert "<script" not in story
    assert to_plain(story) is not None
