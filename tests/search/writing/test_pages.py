"""The search documents of pages follow what readers may see of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from core.changes.transactions import one_change
from core.jobs.execution import run_job
from core.models import ContentVersion, Job
from search import labels
from search.models import SearchDocument, Tombstone
from taxonomy.services import merge_topics
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import StandardPageFactory, restrict, translate
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home_bg, site):
    return BlogIndexPageFactory(parent=home_bg)


@pytest.fixture
def post(index):
    return BlogPageFactory(parent=index, title="Пекарна в Пловдив", topics=[TopicFactory(slug="hlyab", name="Хляб")])


def documents(page):
    """{site language: document} of a page."""
    found = SearchDocument.objects.filter(object_id=str(page.translation_key))
    return {document.site_language: document for document in found}


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def number():
    return ContentVersion.objects.number()


def test_a_published_post_has_a_document_in_each_language(post):
    found = documents(post)
    assert set(found) == {"bg", "en"}
    for document in found.values():
        assert (document.kind, document.title, document.text_language) == ("post", "Пекарна в Пловдив", "bg")
        assert (document.shown_id, document.url, document.date) == (post.pk, post.url, post.date)
        assert "Текст на новината." in document.text
        assert document.facets == {"kind": ["post"], "language": ["bg"], "year": ["2026"], "topic": ["hlyab"]}
        assert document.streams["title"]
        assert document.streams["labels"]


def test_a_translation_takes_its_languages_document_and_lends_its_words_to_the_other(post, index):
    translate(index, "en")
    english = translate(post, "en", {post.title: "Bakery in Plovdiv"})
    found = documents(post)
    assert (found["en"].title, found["en"].text_language, found["en"].url) == ("Bakery in Plovdiv", "en", english.url)
    assert (found["bg"].title, found["bg"].shown_id) == (post.title, post.pk)
    assert found["en"].streams["title"].split()[0] in found["bg"].streams["others"].split()


def test_a_draft_has_none_and_changes_none(post, index):
    draft = BlogPageFactory(parent=index, live=False)
    before = documents(post)["bg"].version
    post.title = "Още не"
    post.save_revision(clean=False)
    assert documents(draft) == {}
    assert (documents(post)["bg"].title, documents(post)["bg"].version) == ("Пекарна в Пловдив", before)


def test_publishing_again_keeps_the_documents_ids_and_raises_their_version(post):
    before = documents(post)["bg"]
    publish(post, title="Фурна")
    after = documents(post)["bg"]
    assert (after.pk, after.title) == (before.pk, "Фурна")
    assert after.version == number() > before.version


def test_unpublishing_takes_the_documents_away_and_leaves_tombstones(post):
    ids = {document.pk for document in documents(post).values()}
    post.unpublish()
    assert documents(post) == {}
    assert set(Tombstone.objects.values_list("document_id", "version")) == {(pk, number()) for pk in ids}


def test_a_taken_down_translation_gives_way_to_the_original(post, index):
    translate(index, "en")
    english = translate(post, "en")
    english.unpublish()
    assert documents(post)["en"].text_language == "bg"


def test_deleting_a_page_takes_those_below_with_it(index, post):
    Page.objects.get(pk=index.pk).delete()
    assert documents(post) == {}
    assert documents(index) == {}
    assert Tombstone.objects.count() == 4


def test_a_restriction_hides_what_is_below_at_once_and_lifting_it_brings_it_back(index, post):
    restriction = restrict(index, PageViewRestriction.LOGIN)
    assert documents(post) == {}
    restriction.delete()
    assert set(documents(post)) == {"bg", "en"}


def test_a_new_slug_gives_all_pages_below_their_new_address(index, post):
    publish(index, slug="vesti")
    post.refresh_from_db()
    assert "/vesti/" in post.url
    assert documents(post)["bg"].url == post.url


def test_moving_gives_all_pages_below_their_new_address(home_bg, site):
    above, target = (StandardPageFactory(parent=home_bg) for _time in range(2))
    below = StandardPageFactory(parent=above)
    above.refresh_from_db()
    above.move(target, pos="last-child")
    below.refresh_from_db()
    assert documents(below)["bg"].url == below.url
    assert below.url.startswith(target.url)


def test_a_renamed_topic_is_known_by_its_new_name(post):
    topic = post.topics.get()
    before = documents(post)["bg"].streams["labels"]
    topic.labels, topic.slug = {"bg": "Брашно", "en": "Flour"}, "brashno"
    topic.save()
    after = documents(post)["bg"]
    assert after.streams["labels"] != before
    assert after.facets["topic"] == ["brashno"]


def test_what_very_many_have_is_left_to_the_background(index, post, monkeypatch, settings):
    topic = post.topics.get()
    BlogPageFactory(parent=index, topics=[topic])
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend"}}
    monkeypatch.setattr(labels, "AT_ONCE", 1)
    topic.slug = "brashno"
    topic.save()
    assert documents(post)["bg"].facets["topic"] == ["hlyab"]
    for job in Job.objects.filter(task="search.tasks.write_objects"):
        run_job(job.pk)
    assert documents(post)["bg"].facets["topic"] == ["brashno"]


def test_merged_and_deleted_topics_leave_their_posts(post):
    target = TopicFactory(slug="hrana", name="Храна")
    merge_topics(sources=[post.topics.get()], target=target)
    assert documents(post)["bg"].facets["topic"] == ["hrana"]
    target.delete()
    assert "topic" not in documents(post)["bg"].facets


def test_authors_are_found_by_their_names(index):
    person = PersonFactory(name={"bg": "Мария Иванова"})
    post = BlogPageFactory(parent=index, authors=[person])
    before = documents(post)["bg"].streams["prefixes"]
    person.name = {"bg": "Мария Георгиева"}
    person.save()
    assert documents(post)["bg"].streams["prefixes"] != before


def give_up(post):
    with one_change():
        publish(post, title="Никога")
        post.unpublish()
        raise RuntimeError


def test_what_is_rolled_back_leaves_no_trace(post):
    before = documents(post)["bg"]
    with pytest.raises(RuntimeError):
        give_up(post)
    after = documents(post)["bg"]
    assert (after.title, after.version, after.pk) == (before.title, before.version, before.pk)
    assert Tombstone.objects.count() == 0


def test_what_a_change_within_a_change_gave_up_is_not_written(post):
    with one_change(), pytest.raises(RuntimeError):
        give_up(post)
    assert documents(post)["bg"].title == "Пекарна в Пловдив"


def test_a_change_writes_an_object_once_however_often_it_saves_it(post):
    with CaptureQueriesContext(connection) as captured, one_change():
        for count in range(3):
            publish(post, title=f"Фурна {count}")
    writing = [query["sql"] for query in captured if query["sql"].startswith('INSERT INTO "search_searchdocument"')]
    assert len(writing) == 1
    assert documents(post)["bg"].title == "Фурна 2"


def test_standard_pages_and_the_home_page_are_found(home_bg, home_en, site):
    publish(home_bg)
    page = StandardPageFactory(parent=home_bg, title="За нас", lead="Кои сме.")
    assert documents(page)["en"].summary == "Кои сме."
    assert documents(home_bg)["en"].shown_id == home_en.pk
