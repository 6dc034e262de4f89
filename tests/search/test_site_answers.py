"""Whatever readers type, there is an answer in each form."""

from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.asking import found, page

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
# Addresses with a NUL are refused everywhere on the site.
@given(st.text(st.characters(exclude_characters="\0"), max_size=300))
def test_any_text_gets_an_answer(client, text):
    query = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert len(found(client, query)["query"]) <= 200
    assert page(client, query)
    feed = client.get("/bg/search/results.rss", {"q": query})
    assert parsed(feed).tag == "rss"
