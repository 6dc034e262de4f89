import pytest
from django.urls import reverse

from blog.models import BlogPage
from taxonomy.forms import TopicField
from taxonomy.models import Term, Topic
from tests.blog.factories import BlogPageFactory
from tests.members.factories import UserFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    client.force_login(UserFactory(group="Moderators", language="en"))
    return client


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(group="Editors", language="en"))
    return client


def listed(response):
    return [str(row) for row in response.context["object_list"]]


def test_topics_are_listed_with_both_labels_and_their_uses(moderator, index):
    topic = TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    TopicFactory(name="храна", labels={"bg": "храна"})
    BlogPageFactory(parent=index, topics=[topic])
    response = moderator.get(reverse("topics:index"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "culture" in html
    assert "(missing)" in html
    assert [(row.name, row.live_uses) for row in response.context["object_list"]] == [("култура", 1), ("храна", 0)]


def test_topics_are_searched_in_every_language(moderator):
    TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    TopicFactory(name="храна", labels={"bg": "храна", "en": "food"})
    assert listed(moderator.get(reverse("topics:index"), {"q": "FOO"})) == ["храна"]
    assert listed(moderator.get(reverse("topics:index_results"), {"q": "КУЛТ"})) == ["култура"]


def test_topics_without_a_label_can_be_filtered(moderator):
    TopicFactory(name="култура")
    TopicFactory(name="храна", labels={"bg": "храна"})
    assert listed(moderator.get(reverse("topics:index"), {"missing": "en"})) == ["храна"]


def test_a_topic_is_added_with_a_label_a_language(editor):
    response = editor.post(reverse("topics:add"), {"labels_bg": "Градини", "labels_en": "Gardens", "slug": ""})
    assert response.status_code == 302, response.context["form"].errors
    topic = Topic.objects.get()
    assert (topic.name, topic.slug, topic.labels["en"]) == ("Градини", "gradini", "Gardens")


def test_a_label_that_is_taken_is_refused(editor):
    TopicFactory(name="култура")
    response = editor.post(reverse("topics:add"), {"labels_bg": "Култура", "labels_en": "", "slug": "k"})
    assert response.status_code == 200
    assert Topic.objects.count() == 1


def test_a_merge_shows_what_moves_and_waits_for_a_yes(moderator, index):
    source, target = TopicFactory(name="култура"), TopicFactory(name="изкуство")
    post = BlogPageFactory(parent=index, topics=[source])
    assert moderator.get(reverse("topics:merge"), {"sources": source.pk}).status_code == 200
    data = {"sources": [source.pk], "target": target.pk}
    confirmation = moderator.post(reverse("topics:merge"), data)
    assert [row.live_uses for row in confirmation.context["sources"]] == [1]
    assert Topic.objects.count() == 2
    response = moderator.post(reverse("topics:merge"), data | {"confirmed": "yes"})
    assert response.url == reverse("topics:index")
    assert [topic.name for topic in BlogPage.objects.get(pk=post.pk).topics.all()] == ["изкуство"]


def test_a_merge_into_itself_is_refused(moderator):
    topic = TopicFactory()
    response = moderator.post(reverse("topics:merge"), {"sources": [topic.pk], "target": topic.pk, "confirmed": "yes"})
    assert response.context["form"].errors
    assert Topic.objects.count() == 1


def test_editors_neither_merge_nor_delete(editor):
    source, target = TopicFactory(), TopicFactory()
    editor.post(reverse("topics:merge"), {"sources": [source.pk], "target": target.pk, "confirmed": "yes"})
    editor.post(reverse("topics:delete", args=[source.pk]))
    assert Topic.objects.count() == 2
    assert reverse("topics:merge") not in editor.get(reverse("topics:index")).content.decode()


def test_terms_are_listed_by_vocabulary_with_their_uses(moderator, index):
    BlogPageFactory(parent=index, theme=Term.objects.get(vocabulary="themes", slug="climate"))
    response = moderator.get(reverse("terms:index"), {"vocabulary": "themes"})
    assert {row.slug: row.uses for row in response.context["object_list"]}["climate"] == 1
    assert len(response.context["object_list"]) == 8


def test_editors_change_the_labels_and_the_order_of_a_term_and_nothing_else(editor):
    term = Term.objects.get(vocabulary="themes", slug="climate")
    data = {"labels_bg": "Климат", "labels_en": "Climate", "order": 3, "slug": "other", "vocabulary": "stages"}
    assert editor.post(reverse("terms:edit", args=[term.pk]), data).status_code == 302
    term.refresh_from_db()
    assert (term.labels["bg"], term.order, term.slug, term.vocabulary) == ("Климат", 3, "climate", "themes")


def test_editors_neither_add_nor_delete_terms(moderator):
    term = Term.objects.get(vocabulary="themes", slug="climate")
    moderator.post(reverse("terms:add"), {"labels_bg": "Нов", "vocabulary": "themes", "slug": "new", "order": 1})
    moderator.post(reverse("terms:delete", args=[term.pk]))
    assert Term.objects.filter(pk=term.pk).exists()
    assert not Term.objects.filter(slug="new").exists()


def test_an_administrator_may_add_a_term(admin_client):
    data = {"labels_bg": "Нов", "labels_en": "", "vocabulary": "themes", "slug": "new", "order": 9}
    admin_client.post(reverse("terms:add"), data)
    assert Term.objects.filter(vocabulary="themes", slug="new").exists()


def test_the_page_form_suggests_topics_by_any_label(editor):
    TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    url = reverse("topics:autocomplete")
    assert editor.get(url, {"term": "Cul"}).json() == ["култура"]
    assert editor.get(url, {"term": "КУЛ"}).json() == ["култура"]
    assert editor.get(url, {"term": ""}).json() == []


def test_a_page_takes_the_topic_that_has_the_typed_label_in_any_language():
    TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    assert TopicField(tag_model=Topic).clean('Culture, КУЛТУРА, "нова тема"') == ["култура", "нова тема"]


def test_the_post_form_asks_for_topics_our_way(editor, index):
    html = editor.get(reverse("wagtailadmin_pages:add", args=["blog", "blogpage", index.pk])).content.decode()
    assert reverse("topics:autocomplete") in html
