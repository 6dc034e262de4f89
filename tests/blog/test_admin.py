"""Posts in the admin: all of them in one list, and what editors see of one before it exists."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.blog.factories import BlogPageFactory, insert_posts
from tests.core.factories import translate
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TermFactory, TopicFactory


def listed(client, **filters):
    response = client.get(reverse("news:index"), filters)
    assert response.status_code == 200
    return {page.title for page in response.context["pages"]}


def test_editors_find_news_in_the_menu(admin_client, index):
    assert f'"{reverse("news:index")}"' in admin_client.get("/admin/").content.decode()


def test_each_post_is_listed_with_its_date_topics_and_language(admin_client, index, index_en):
    post = BlogPageFactory(parent=index, title="Новината", topics=[TopicFactory(labels={"bg": "местно развитие"})])
    translate(post, "en", {"Новината": "The news item"})

    response = admin_client.get(reverse("news:index"))
    page = response.content.decode()

    assert {post.title for post in response.context["pages"]} == {"Новината", "The news item"}
    assert "местно развитие" in page


@pytest.mark.parametrize("facet", ["theme", "topic", "author", "language"])
def test_posts_are_found_by_what_they_have(admin_client, index, index_en, facet):
    theme, topic, author = TermFactory(), TopicFactory(), PersonFactory()
    BlogPageFactory(parent=index, title="Търсената", theme=theme, topics=[topic], authors=[author])
    BlogPageFactory(parent=index_en, title="Another")
    wanted = {"theme": theme.pk, "topic": topic.pk, "author": author.pk, "language": "bg"}

    assert listed(admin_client, **{facet: wanted[facet]}) == {"Търсената"}


@pytest.mark.parametrize("facet", ["theme", "topic", "author", "language", "missing"])
def test_posts_are_searched_among_those_that_a_filter_leaves(admin_client, index, index_en, facet):
    theme, topic, author = TermFactory(), TopicFactory(), PersonFactory()
    facts = {"theme": theme, "topics": [topic], "authors": [author]}
    BlogPageFactory(parent=index, title="Търсената новина", **facts)
    BlogPageFactory(parent=index, title="Друго", **facts)
    BlogPageFactory(parent=index_en, title="Търсената на английски")
    values = {"theme": theme.pk, "topic": topic.pk, "author": author.pk, "language": "bg", "missing": "en"}

    assert listed(admin_client, q="търсената", **{facet: values[facet]}) == {"Търсената новина"}


def test_posts_without_a_published_translation_are_found(admin_client, index, index_en):
    translate(BlogPageFactory(parent=index, title="Преведена"), "en")
    translate(BlogPageFactory(parent=index, title="Наполовина"), "en", live=False)
    BlogPageFactory(parent=index, title="Непреведена")

    assert {"Наполовина", "Непреведена"} <= listed(admin_client, missing="en")
    assert "Преведена" not in listed(admin_client, missing="en")


def test_the_topics_of_all_posts_are_asked_for_once(admin_client, index):
    insert_posts(index, 20, topics=[TopicFactory() for _number in range(5)])

    with CaptureQueriesContext(connection) as captured:
        admin_client.get(reverse("news:index"))

    assert len([query for query in captured if 'FROM "taxonomy_topic" WHERE' in query["sql"]]) == 1


def test_an_editor_writes_a_post_with_everything(admin_client, index):
    response = admin_client.get(reverse("wagtailadmin_pages:add", args=["blog", "blogpage", index.pk]))

    assert response.status_code == 200
    for name in ("title", "lead", "image", "date", "theme", "topics", "author_links-TOTAL_FORMS", "social_image"):
        assert f'name="{name}"' in response.content.decode()


def test_a_draft_is_previewed_with_posts_chosen_but_not_saved_yet(admin_client, index):
    chosen = BlogPageFactory(parent=index, title="Избраната")
    post = BlogPageFactory(parent=index)
    post.related_links.add(post.related_links.model(post=chosen))

    response = post.make_preview_request()

    assert response.status_code == 200
    assert "Избраната" in response.render().content.decode()


def test_the_index_is_previewed(index):
    BlogPageFactory(parent=index, title="Новината")

    assert "Новината" in index.make_preview_request().render().content.decode()


def test_a_post_is_previewed_before_it_exists_as_the_newest_of_its_day(admin_client, index):
    today = datetime.date(2026, 11, 25)
    for title, day in (("Днешна", today), ("Утрешна", today + datetime.timedelta(days=1))):
        BlogPageFactory(parent=type(index).objects.get(pk=index.pk), title=title, date=day)
    numbers = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    prefixes = ("author_links", "related_links", "comments")
    form = {f"{prefix}-{number}": "0" for prefix in prefixes for number in numbers}
    text = {"body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": ""}
    form |= {"title": "Нова", "slug": "nova", "lead": "Кратко.", "date": str(today), "body-count": "1", **text}
    form |= {"body-0-value-text": "Заглавие", "body-0-value-level": "h2", "topics": ""}
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["blog", "blogpage", index.pk])

    answer = admin_client.post(preview, form).json()
    context = admin_client.get(preview).context

    assert answer["is_valid"]
    assert (context["around"].older.title, context["around"].newer.title) == ("Днешна", "Утрешна")
