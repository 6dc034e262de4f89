"""The list of all posts, of a topic, of a month; and their pages."""

import datetime

import pytest

from blog.listings import PER_PAGE
from blog.models import BlogIndexPage
from taxonomy.models import Topic
from taxonomy.services import merge_topics
from tests.blog.factories import BlogPageFactory, insert_posts
from tests.core.factories import restrict, translate
from tests.taxonomy.factories import TopicFactory

INDEX = "/bg/novini/"


def text(response):
    return response.content.decode()


@pytest.fixture
def topic(db):
    return TopicFactory(
        name="местно развитие", slug="mestno-razvitie", labels={"bg": "местно развитие", "en": "places"}
    )


def test_the_newest_post_comes_first(client, index):
    BlogPageFactory(parent=index, title="По-стара", date=datetime.date(2026, 1, 1))
    BlogPageFactory(parent=index, title="По-нова", date=datetime.date(2026, 2, 1))

    page = text(client.get(INDEX))

    assert page.index("По-нова") < page.index("По-стара")


def test_of_posts_of_one_day_the_last_made_comes_first(client, index):
    from_one_day = [BlogPageFactory(parent=index) for _number in range(3)]

    assert list(client.get(INDEX).context["posts"]) == from_one_day[::-1]


def test_an_index_without_posts_says_so(client, index_en):
    response = client.get("/en/news/")

    assert response.status_code == 200
    assert "Nothing has been published here yet" in text(response)


def test_a_post_without_translation_is_listed_as_its_original(client, index, index_en):
    post = BlogPageFactory(parent=index, title="Само на български", slug="samo")

    page = text(client.get("/en/news/"))

    assert f'<a href="/bg/novini/{post.slug}/" hreflang="bg">Само на български</a>' in page
    assert "in Bulgarian" in page


def test_a_translated_post_is_listed_once_in_each_language(client, index, index_en):
    post = BlogPageFactory(parent=index, title="Новината", lead="Накратко.")
    translate(post, "en", {"Новината": "The news item"})

    english, bulgarian = text(client.get("/en/news/")), text(client.get(INDEX))

    assert "The news item" in english
    assert "Новината" not in english
    assert "Новината" in bulgarian
    assert "The news item" not in bulgarian


def test_drafts_and_private_posts_are_in_no_list(client, index, topic):
    draft = BlogPageFactory(parent=index, title="Чернова", live=False, topics=[topic])
    private = BlogPageFactory(parent=index, title="Тайна", topics=[topic])
    restrict(private)

    assert draft.title not in text(client.get(INDEX))
    assert private.title not in text(client.get(INDEX))
    assert client.get(f"{INDEX}topic/{topic.slug}/").status_code == 404


def test_a_topic_has_a_list_of_its_posts(client, index, topic):
    BlogPageFactory(parent=index, title="За местното", topics=[topic])
    BlogPageFactory(parent=index, title="За друго")

    page = text(client.get(f"{INDEX}topic/mestno-razvitie/"))

    assert '<h1 class="long">Местно развитие</h1>' in page
    assert "За местното" in page
    assert "За друго" not in page


def test_a_topic_has_the_same_address_below_the_index_of_every_language(client, index, index_en, topic):
    BlogPageFactory(parent=index, topics=[topic])

    page = text(client.get("/en/news/topic/mestno-razvitie/"))

    assert "<h1>Places</h1>" in page


def test_the_address_that_a_topic_had_leads_to_its_list_and_feeds(client, index, index_en, topic):
    BlogPageFactory(parent=index, topics=[TopicFactory(slug="mesta")])
    merge_topics(sources=Topic.objects.filter(slug="mesta"), target=topic)

    for address in (INDEX, "/en/news/"):
        for ending in ("", "rss.xml", "atom.xml"):
            response = client.get(f"{address}topic/mesta/{ending}")
            assert (response.status_code, response["Location"]) == (301, f"{address}topic/mestno-razvitie/{ending}")


def test_a_month_has_a_list_of_its_posts(client, index):
    BlogPageFactory(parent=index, title="Последният ден", date=datetime.date(2026, 10, 31))
    BlogPageFactory(parent=index, title="Първият ден", date=datetime.date(2026, 11, 1))

    page = text(client.get(f"{INDEX}2026/11/"))

    assert "Ноември 2026" in page
    assert "Първият ден" in page
    assert "Последният ден" not in page


def test_topics_are_counted_as_readers_of_a_language_see_them(client, index, index_en, topic):
    translated = BlogPageFactory(parent=index, topics=[topic])
    BlogPageFactory(parent=index, topics=[topic])
    translate(translated, "en")

    assert 'places <span class="num">2</span>' in text(client.get("/en/news/"))


def test_many_posts_come_on_several_pages_that_never_overlap(client, index):
    insert_posts(index, 2 * PER_PAGE + 1)

    pages = [client.get(f"{INDEX}?page={number}").context["posts"] for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 1]
    assert len({post.pk for page in pages for post in page}) == 2 * PER_PAGE + 1


def test_pages_point_at_those_beside_them(client, index):
    insert_posts(index, 2 * PER_PAGE + 1)

    page = text(client.get(f"{INDEX}?page=2"))

    assert '<link rel="prev" href="/bg/novini/">' in page
    assert '<link rel="next" href="/bg/novini/?page=3">' in page


def test_every_list_and_page_has_a_title_of_its_own(client, index, topic):
    insert_posts(index, PER_PAGE + 1, topics=[topic], newest=datetime.date(2026, 11, 30))
    addresses = ["", "?page=2", f"topic/{topic.slug}/", f"topic/{topic.slug}/?page=2", "2026/11/", "2026/11/?page=2"]

    titles = [text(client.get(INDEX + address)).partition("</title>")[0] for address in addresses]

    assert len(set(titles)) == len(addresses)


@pytest.mark.parametrize("number", ["0", "-1", "3", "9999999", "abc", "", "1.5", "02", "²", "٢", "9" * 500])
def test_a_page_that_is_not_there_answers_404_and_leads_to_the_first(client, index, number):
    insert_posts(index, PER_PAGE + 1)

    response = client.get(INDEX, {"page": number})

    assert response.status_code == 404
    assert f'<a class="more" href="{INDEX}">' in text(response)


@pytest.mark.parametrize(
    "address", ["topic/nyama/", "topic/Ж/", "2026/10/", "2026/13/", "2026/0/", "0/0/", "99999/1/", "topic/a/?page=x"]
)
def test_a_list_without_posts_answers_404_and_leads_back(client, index, address):
    BlogPageFactory(parent=index)

    response = client.get(INDEX + address)

    assert response.status_code == 404
    assert f'<a class="more" href="{INDEX}">' in text(response)


def test_a_huge_query_string_changes_nothing(client, index):
    BlogPageFactory(parent=index, title="Новината")

    response = client.get(INDEX, {"utm_source": "x" * 3000})

    assert response.status_code == 200
    assert "x" * 100 not in text(response)


def test_the_topic_being_read_is_among_the_tabs_however_rare_it_is(client, index, topic):
    insert_posts(index, 40, topics=[TopicFactory() for _number in range(20)])
    BlogPageFactory(parent=BlogIndexPage.objects.get(), topics=[topic])

    def tabs(address):
        return {tab.label: tab.current for tab in client.get(address).context["tabs"]}

    assert tabs(f"{INDEX}topic/{topic.slug}/")[str(topic)]
    assert str(topic) not in tabs(INDEX)
