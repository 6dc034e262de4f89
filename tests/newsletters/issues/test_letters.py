"""What a letter says, as HTML and as text: the same, safe, and readable everywhere."""

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mailing.bodies.slots import fill
from newsletters.issues.gathering import gather
from newsletters.issues.letters import letter
from newsletters.issues.previews import sample_words
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import translate
from tests.directory.factories import ProfileFactory
from tests.images.factories import ImageFactory

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def posts(home_bg, home_en):
    index = BlogIndexPageFactory(parent=home_bg)
    translate(index, "en")
    both = BlogPageFactory(parent=index, slug="shest", title="Шест центъра", lead="Във всеки район.")
    translate(both, "en", {"Шест центъра": "Six centres", "Във всеки район.": "In every region."})
    return both, BlogPageFactory(parent=index, slug="samo-tuk", title="Само тук", lead="Не е преведено.")


@pytest.fixture
def issue(compose, posts):
    """One with every block."""
    body = [
        (
            "text",
            {"title": "Здравейте", "text": "<p>{{ greeting }} Пет &lt; шест &amp; <b>важно</b>.<br/>Нов ред.</p>"},
        ),
        (
            "text",
            {"title": "", "text": f'<ul><li>едно</li><li><a linktype="page" id="{posts[0].pk}">две</a></li></ul>'},
        ),
        ("picked", {"title": "Избрано", "items": [item(page=posts[1].pk)]}),
        ("latest", {"title": "Ново", "source": "news", "topics": [], "limit": 5}),
        (
            "image",
            {"image": ImageFactory(title="Мост", alt={"bg": "Мост над река"}).pk, "alt": "", "caption": "Мостът."},
        ),
        ("button", {"label": "Всички новини", "page": posts[0].get_parent().pk, "route": "", "url": ""}),
        ("divider", None),
        ("quote", {"text": "Няма само малки каузи.", "name": "Мария Иванова", "role": "социална работничка"}),
    ]
    return compose(title="Новини от ноември", slug="noemvri", body=body)


def item(**chosen):
    return {"type": "item", "value": {"page": None, "profile": None} | chosen, "id": "x"}


def written(page):
    content, problems = gather(page)
    assert problems == []
    wording = letter(content, mailing_list=page.mailing_list, archive_url=page.url)
    words = sample_words(page.language, "Мария")
    return fill(wording.text, words), fill(wording.html, words)


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_letter_is_as_it_was_looked_at(issue, language, kind):
    page = issue if language == "bg" else translate(issue, "en", live=False).get_latest_revision_as_object()
    text, html = written(page)
    # Renditions are called after their file, pages of a test have no lasting ids.
    now = re.sub(r"/media/images/[\w.-]+", "/media/images/IMAGE", {"txt": text, "html": html}[kind])
    golden = GOLDEN / f"issue.{language}.{kind}"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(now)
    # Where lines end follows from how long the names of files are.
    assert now.split() == golden.read_text().split()


def test_both_parts_say_the_same(issue):
    text, html = written(issue)
    words = set(re.findall(r"\w+", visible(html)))
    assert words - set(re.findall(r"\w+", text)) == set()


def test_what_is_only_in_one_language_is_shown_as_the_original_and_marked(issue):
    page = translate(issue, "en", live=False).get_latest_revision_as_object()
    text, html = written(page)
    assert "Six centres" in text
    assert "Само тук (in Bulgarian)" in text
    assert '<div lang="bg"><h3>' in html


def test_only_known_placeholders_are_replaced_and_markup_of_editors_is_text(compose):
    value = {"title": "<script>", "text": "<p>{{ first_name }} {{ password }} {% now 'Y' %} &lt;script&gt;</p>"}
    text, html = written(compose(body=[("text", value)]))
    assert "Мария {{ password }} {% now 'Y' %} <script>" in text
    assert "<script" not in html
    assert "{{ password }}" in html


def test_html_asks_nobody_but_us_for_anything(issue):
    _text, html = written(issue)
    fetched = re.findall(r'src="([^"]+)"', html) + re.findall(r"url\(([^)]+)\)|@import", html)
    assert fetched
    assert all(url.startswith("http://localhost:8000/media/") for url in fetched)
    assert not re.search(r'href="/', html)


def test_images_have_a_size_and_an_alternative_text(issue):
    _text, html = written(issue)
    (image,) = re.findall(r"<img[^>]*>", html)
    assert 'alt="Мост над река"' in image
    assert 'width="536"' in image


def test_the_links_of_each_reader_stand_in_both_parts(issue):
    text, html = written(issue)
    assert text.count("http://localhost:8000/bg/newsletters/") == html.count(
        'href="http://localhost:8000/bg/newsletters/"'
    )


def test_words_arrive_as_they_were_written(compose):
    picture = ImageFactory(alt={"bg": '„Мо\u0301ст“ & "река"'})
    _text, html = written(compose(body=[("quote", {"text": "x", "name": "", "role": ""}), ("image", image(picture))]))
    assert 'alt="„Мо\u0301ст“ &amp; &quot;река&quot;"' in html


def image(picture):
    return {"image": picture.pk, "alt": "", "caption": ""}


def test_tables_are_for_layout_only_and_the_language_is_named(issue):
    _text, html = written(issue)
    assert '<html lang="bg"' in html
    tables = re.findall(r"<table[^>]*>", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL))
    assert all('role="presentation"' in table for table in tables)
    assert [int(level) for level in re.findall(r"<h(\d)", html)] == [1, 2, 2, 3, 2, 3]


def test_a_thing_is_shown_once(issue):
    content, _problems = gather(issue)
    titles = [item["title"] for piece in content["pieces"] if piece["kind"] == "items" for item in piece["items"]]
    assert titles == ["Само тук", "Шест центъра"]


def test_profiles_are_picked_and_pulled_in_like_news(compose):
    chosen, newer = ProfileFactory(name="Градина"), ProfileFactory(name="Кино")
    body = [
        ("picked", {"title": "", "items": [item(profile=chosen.pk)]}),
        ("latest", {"title": "", "source": "profiles", "topics": [], "limit": 3}),
    ]
    content, problems = gather(compose(body=body))
    assert problems == []
    assert [piece["items"][0]["title"] for piece in content["pieces"]] == ["Градина", "Кино"]
    assert content["pieces"][1]["items"][0]["url"] == f"/bg/directory/{newer.slug}/"


def test_what_fills_itself_with_nothing_is_named_and_keeps_no_issue_from_leaving(compose):
    body = [("quote", {"text": "x", "name": "", "role": ""})]
    body += [("latest", {"title": "Ново", "source": "news", "topics": [], "limit": 3})]
    _content, (problem,) = gather(compose(body=body))
    assert (problem.trouble, problem.what, problem.blocks) == ("nothing_new", "Ново", False)


def test_what_is_frozen_is_plain_data(issue):
    content, _problems = gather(issue)
    assert json.loads(json.dumps(content)) == content


def visible(html):
    class Reader(HTMLParser):
        found, hidden = "", False

        def handle_starttag(self, tag, attrs):
            self.hidden = tag in {"style", "title"}
            self.found += " " + (dict(attrs).get("alt") or "") + " "

        def handle_endtag(self, tag):
            self.hidden = False

        def handle_data(self, data):
            self.found += "" if self.hidden else data

    reader = Reader()
    reader.feed(html)
    return reader.found
