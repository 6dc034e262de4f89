"""Whatever readers type, there is an answer in each form."""

from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taxonomy.models import Topic
from taxonomy.services import merge_topics
from tests.search.asking import found, page
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def parsed(response):
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed


@pytest.mark.usefixtures("village")
def test_a_feed_has_the_newest_each_with_its_language(client):
    response = client.get("/en/search/results.rss", {"q": "хляб"})
    assert response["Content-Type"].startswith("application/rss+xml")
    items = parsed(response).findall("channel/item")
    language = "{http://purl.org/dc/elements/1.1/}language"
    assert {(item.findtext("title"), item.findtext(language)) for item in items} == {
        ("Хлебна къща", "bg"),
        ("Пекарна отвори врати", "bg"),
    }
    assert "/en/search/results.rss?q=" in page(client, "хляб", "en")


@pytest.mark.usefixtures("village")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_gets_an_answer(client, text):
    query = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert len(found(client, query)["query"]) <= 200
    assert page(client, query)
    feed = client.get("/bg/search/results.rss", {"q": query})
    assert parsed(feed).tag == "rss"


ANYTHING = ["\0", "a\0b", "%00", "%%0000", "х" * 10_000, '"' * 500, "' OR 1=1 --", "title:* AND (", "😀" * 300]


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(
    "address", ["search/", "search/results.json", "search/results.rss", "search/suggest.json", "directory/"]
)
def test_whatever_is_pasted_is_text(client, address):
    for text in ANYTHING:
        assert client.get(f"/bg/{address}", {"q": text}).status_code == 200, text[:20]


@pytest.mark.usefixtures("village")
def test_a_nul_stands_between_words(client):
    assert found(client, "хляб\0занаят")["query"] == "хляб занаят"
    assert client.get("/bg/search/suggest.json?q=%00хл%00").json()["query"] == "хл"
    assert client.get("/bg/search/?q=%%0000").status_code == 200
    assert client.get("/bg/novini/?q=%00").status_code == 200


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("view", ["", "results.json", "results.rss"])
def test_a_topic_as_it_was_called_before_leads_to_todays(client, view):
    topic = Topic.objects.get(slug="bread")
    topic.slug = "loaves"
    topic.save()
    response = client.get(f"/bg/search/{view}?q=хляб&topic=bread&topic=salt")
    assert response.status_code == 301
    assert response["Location"].endswith("&topic=loaves&topic=salt")
    assert response["Location"].startswith(f"/bg/search/{view}?q=")


@pytest.mark.usefixtures("village")
def test_a_topic_that_was_merged_leads_to_the_one_that_took_it_in(client):
    pastry = TopicFactory(slug="pastry", labels={"bg": "Тесто"})
    merge_topics(sources=[Topic.objects.get(slug="bread")], target=pastry)
    response = client.get("/en/search/?topic=bread", follow=True)
    assert response.redirect_chain == [("/en/search/?topic=pastry", 301)]
