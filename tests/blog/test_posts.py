"""The page of a post."""

import datetime
import json
import re

import pytest
from wagtail_localize.fields import get_translatable_fields

from blog.models import BlogPage, BlogRelatedPost
from blog.reading import count_words
from tests.blog.factories import BlogPageFactory
from tests.core.factories import translate
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TermFactory, TopicFactory

NASTY = "</script><script>alert(1)</script><!-- & \u2028"


def text(response):
    return response.content.decode()


def structured_data(response):
    return re.search(r'<script type="application/ld\+json">(.*?)</script>', text(response), re.DOTALL)[1]


@pytest.fixture
def post(index):
    return BlogPageFactory(parent=index, title="Новината", slug="novinata", date=datetime.date(2026, 11, 20))


def get(client, post):
    return client.get(post.get_url())


def test_a_post_shows_its_date_authors_and_topics(client, index):
    authors = [PersonFactory(name={"bg": name}) for name in ("Яна Янева", "Ана Анева")]
    topic = TopicFactory(labels={"bg": "местно развитие"})
    post = BlogPageFactory(parent=index, date=datetime.date(2026, 5, 18), authors=authors, topics=[topic])

    page = text(get(client, post))

    assert '<time datetime="2026-05-18">18 май 2026</time>' in page
    assert page.index("Яна Янева") < page.index("Ана Анева")
    assert f'href="/bg/novini/topic/{topic.slug}/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "minutes"), [(10, 1), (290, 1), (310, 2), (2000, 10)])
def test_reading_time_follows_the_number_of_words(words, minutes):
    body = json.dumps([{"type": "text", "value": f"<p>{'дума ' * words}</p>"}])

    assert BlogPage(lead="", body=body).reading_minutes == minutes


def test_reading_time_counts_what_is_read_and_nothing_else():
    body = [
        {"type": "text", "value": '<p class="a b c">едно</p><p>две</p>', "id": "x y z"},
        {"type": "image", "value": {"image": 7, "alt": "", "caption": "три четири"}, "id": "u v w"},
        {"type": "gallery", "value": {"title": "пет", "images": [{"type": "item", "value": {"caption": "шест"}}]}},
    ]

    assert count_words(body) == 6


def test_a_post_wears_the_colour_of_its_theme(client, index):
    post = BlogPageFactory(parent=index, theme=TermFactory(slug="inclusion"))

    assert '<article class="hue-inclusion">' in text(get(client, post))


def test_a_draft_has_no_address(client, index):
    draft = BlogPageFactory(parent=index, live=False)

    assert get(client, draft).status_code == 404


def test_chosen_posts_come_before_those_that_share_topics(client, index, post):
    topic = TopicFactory()
    chosen = BlogPageFactory(parent=index, title="Избрана", date=datetime.date(2020, 1, 1))
    sharing = BlogPageFactory(parent=index, title="Сродна", topics=[topic])
    BlogPageFactory(parent=index, title="Несродна")
    post.topics.set([topic])
    post.related_links.add(BlogRelatedPost(post=chosen))
    post.save()

    assert list(get(client, post).context["around"].related) == [chosen, sharing]


def test_more_shared_topics_make_posts_more_related(client, index):
    one, two = TopicFactory(), TopicFactory()
    post = BlogPageFactory(parent=index, topics=[one, two])
    less = BlogPageFactory(parent=index, topics=[one])
    more = BlogPageFactory(parent=index, topics=[one, two], date=datetime.date(2020, 1, 1))

    assert list(get(client, post).context["around"].related) == [more, less]


def test_the_theme_fills_places_that_topics_leave_free(client, index):
    theme = TermFactory(slug="climate")
    post = BlogPageFactory(parent=index, theme=theme)
    same = BlogPageFactory(parent=index, theme=theme)
    BlogPageFactory(parent=index, theme=TermFactory(slug="poverty"))

    assert list(get(client, post).context["around"].related) == [same]


def test_a_related_post_is_shown_in_the_readers_language(client, index, index_en, post):
    other = BlogPageFactory(parent=index, title="Другата")
    post.related_links.add(BlogRelatedPost(post=other))
    post.save()
    translate(other, "en", {"Другата": "The other"})
    english = translate(post, "en", {"Новината": "The news item"})

    assert [related.title for related in get(client, english).context["around"].related] == ["The other"]


def test_a_related_post_without_translation_is_shown_as_its_original(client, index, index_en, post):
    other = BlogPageFactory(parent=index, title="Другата")
    post.related_links.add(BlogRelatedPost(post=other))
    post.save()
    english = translate(post, "en")

    page = text(get(client, english))

    assert f'<a href="{other.url}" hreflang="bg">Другата</a>' in page


def test_a_related_post_that_is_a_draft_is_not_shown(client, index, post):
    draft = BlogPageFactory(parent=index, title="Чернова", live=False)
    post.related_links.add(BlogRelatedPost(post=draft))
    post.save()

    assert "Чернова" not in text(get(client, post))


def test_posts_lead_to_those_before_and_after_them(client, index, post):
    older = BlogPageFactory(parent=index, date=datetime.date(2026, 11, 19))
    newer = BlogPageFactory(parent=index, date=datetime.date(2026, 11, 20))
    BlogPageFactory(parent=index, date=datetime.date(2025, 1, 1))
    BlogPageFactory(parent=index, date=datetime.date(2027, 1, 1))

    around = get(client, post).context["around"]

    assert (around.older, around.newer) == (older, newer)


def test_search_engines_read_a_news_article(client, index, index_en):
    author = PersonFactory(name={"bg": "Ана Анева", "en": "Ana Aneva"}, role={"bg": "редактор", "en": "editor"})
    post = BlogPageFactory(parent=index, title="Новината", date=datetime.date(2026, 5, 18), authors=[author])
    english = translate(post, "en", {"Новината": "The news item"})

    data = json.loads(structured_data(get(client, english)))

    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "The news item"
    assert data["inLanguage"] == "en"
    assert data["datePublished"] == "2026-05-18"
    assert data["author"] == [{"@type": "Person", "name": "Ana Aneva", "jobTitle": "editor"}]
    assert data["image"]["url"].startswith("http://")
    assert data["url"] == f"http://testserver{english.url}"


def test_markup_in_names_and_titles_stays_text(client, index):
    post = BlogPageFactory(
        parent=index,
        title=NASTY,
        lead=NASTY,
        slug="nasty",
        authors=[PersonFactory(name={"bg": NASTY}, role={"bg": NASTY})],
    )

    response = get(client, post)

    assert "alert(1)</script>" not in text(response)
    assert "<" not in structured_data(response)
    assert json.loads(structured_data(response))["headline"] == NASTY


@pytest.mark.django_db
def test_facts_follow_the_source_and_cannot_be_overridden_in_a_translation():
    fields = {field.field_name: field for field in get_translatable_fields(BlogPage)}

    for name in ("date", "image", "theme", "topic_items", "author_links", "related_links", "social_image"):
        assert fields[name].is_synchronized(BlogPage())
        assert not fields[name].is_overridable(BlogPage())
    assert all(fields[name].is_translated(None) for name in ("title", "lead", "body", "slug"))


def test_a_translation_has_the_topics_authors_and_date_of_its_source(index, index_en):
    topic, author = TopicFactory(), PersonFactory()
    post = BlogPageFactory(parent=index, topics=[topic], authors=[author], date=datetime.date(2026, 5, 18))

    english = translate(post, "en")

    assert english.topic_list == [topic]
    assert english.authors == [author]
    assert english.date == post.date
