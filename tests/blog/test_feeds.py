"""RSS and Atom."""

import datetime
from xml.etree import ElementTree

import pytest

from tests.blog.factories import BlogPageFactory
from tests.core.factories import restrict, translate
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TopicFactory

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RSS_ADDRESS, ATOM_ADDRESS = "/bg/novini/rss.xml", "/bg/novini/atom.xml"


@pytest.fixture
def topic(db):
    return TopicFactory(slug="mestno", labels={"bg": "местно развитие", "en": "local development"})


@pytest.fixture
def post(index, topic):
    authors = [PersonFactory(name={"bg": "Ана", "en": "Ana"}), PersonFactory(name={"bg": "Яна", "en": "Yana"})]
    return BlogPageFactory(
        parent=index, title="Новината", slug="novinata", lead="Накратко", topics=[topic], authors=authors
    )


def root(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed


def test_rss_tells_all_about_a_post(client, post):
    [item] = root(client, RSS_ADDRESS).iter("item")

    assert item.findtext("title") == "Новината"
    assert item.findtext("description") == "Накратко"
    assert item.findtext("link") == "http://testserver/bg/novini/novinata/"
    assert [author.text for author in item.iter(f"{DC}creator")] == ["Ана", "Яна"]
    assert [category.text for category in item.iter("category")] == ["местно развитие"]
    assert item.findtext(f"{DC}language") == "bg"
    assert item.findtext("pubDate").startswith("Fri, 20 Nov 2026 12:00")


def test_atom_tells_all_about_a_post(client, post):
    feed = root(client, ATOM_ADDRESS)
    [entry] = feed.iter(f"{ATOM}entry")

    assert feed.findtext(f"{ATOM}id") == "http://testserver/bg/novini/atom.xml"
    assert entry.findtext(f"{ATOM}title") == "Новината"
    assert entry.findtext(f"{ATOM}summary") == "Накратко"
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/bg/novini/novinata/"
    assert [author.findtext(f"{ATOM}name") for author in entry.iter(f"{ATOM}author")] == ["Ана", "Яна"]
    assert [category.get("term") for category in entry.iter(f"{ATOM}category")] == ["местно развитие"]
    assert entry.get(XML_LANG) == "bg"


@pytest.mark.parametrize(("address", "content_type"), [(RSS_ADDRESS, "rss"), (ATOM_ADDRESS, "atom")])
def test_feeds_say_what_they_are(client, post, address, content_type):
    assert client.get(address).headers["Content-Type"] == f"application/{content_type}+xml; charset=utf-8"


def test_a_post_is_the_same_item_in_every_language_and_after_its_translation(client, post, index_en):
    untranslated = root(client, "/en/news/rss.xml").find("channel/item")
    translate(post, "en", {"Новината": "The news item"})
    translated = root(client, "/en/news/rss.xml").find("channel/item")
    source = root(client, RSS_ADDRESS).find("channel/item")

    assert untranslated.findtext("guid") == translated.findtext("guid") == source.findtext("guid")
    assert (untranslated.findtext(f"{DC}language"), translated.findtext(f"{DC}language")) == ("bg", "en")
    assert translated.findtext("title") == "The news item"


def test_a_topic_has_feeds_of_its_own(client, index, post, topic):
    BlogPageFactory(parent=index, title="Друга")

    items = root(client, f"/bg/novini/topic/{topic.slug}/rss.xml").iter("item")

    assert [item.findtext("title") for item in items] == ["Новината"]


def test_drafts_and_private_posts_are_in_no_feed(client, index, post):
    BlogPageFactory(parent=index, live=False)
    restrict(BlogPageFactory(parent=index))

    assert len(list(root(client, RSS_ADDRESS).iter("item"))) == 1


def test_a_reader_who_has_the_feed_is_not_sent_it_again(client, index, post):
    first = client.get(RSS_ADDRESS)

    by_tag = client.get(RSS_ADDRESS, headers={"If-None-Match": first.headers["ETag"]})
    by_date = client.get(RSS_ADDRESS, headers={"If-Modified-Since": first.headers["Last-Modified"]})

    assert (by_tag.status_code, by_date.status_code) == (304, 304)


def test_a_changed_feed_is_sent_again(client, index, post):
    first = client.get(RSS_ADDRESS)
    post.unpublish()
    BlogPageFactory(parent=index)

    assert client.get(RSS_ADDRESS, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "address", ["topic/nyama/rss.xml", "topic/nyama/atom.xml", "novinata/rss.xml", "feed.xml", "rss.xml/"]
)
def test_a_feed_that_is_not_there_answers_404(client, post, address):
    assert client.get(f"/bg/novini/{address}").status_code == 404


def test_markup_and_control_characters_in_a_title_leave_a_feed_readable(client, index):
    BlogPageFactory(parent=index, title="A & B <b>\x0b]]></b>", lead="\x01\x1f", slug="odd")

    [item] = root(client, RSS_ADDRESS).iter("item")

    assert item.findtext("title") == "A & B <b>]]></b>"


def test_lists_and_posts_lead_feed_readers_to_their_feeds(client, post, topic):
    for address in ("/bg/novini/", f"/bg/novini/topic/{topic.slug}/", "/bg/novini/novinata/"):
        page = client.get(address).content.decode()
        assert 'type="application/rss+xml"' in page
        assert 'href="/bg/novini/atom.xml"' in page
    assert (
        f'href="/bg/novini/topic/{topic.slug}/rss.xml"'
        in client.get(f"/bg/novini/topic/{topic.slug}/").content.decode()
    )


def test_an_unchanged_empty_feed_is_a_feed(client, index):
    assert root(client, RSS_ADDRESS).find("channel/item") is None


def test_only_the_newest_posts_are_in_a_feed(client, index):
    for day in range(1, 23):
        BlogPageFactory(parent=index, title=f"Ден {day}", date=datetime.date(2026, 10, day))

    titles = [item.findtext("title") for item in root(client, RSS_ADDRESS).iter("item")]

    assert (len(titles), titles[0], titles[-1]) == (20, "Ден 22", "Ден 3")
