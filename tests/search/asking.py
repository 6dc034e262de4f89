"""Asking the site's search as readers and programs do."""

from search.engines.current import embedded_engine
from search.following import Following
from search.words import count_words


def followed():
    """Bring the index and the words up with the documents, as the follower does."""
    Following(embedded_engine()).catch_up()
    count_words()


def found(client, query="", language="bg", **asked):
    return client.get(f"/{language}/search/results.json", {"q": query, **asked}).json()


def urls(data):
    return [hit["url"].removeprefix("http://testserver") for hit in data["hits"]]


def page(client, query, language="bg", **asked):
    response = client.get(f"/{language}/search/", {"q": query, **asked})
    assert response.status_code == 200
    return response.content.decode()
