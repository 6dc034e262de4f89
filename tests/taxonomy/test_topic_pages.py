"""The pages of topics gather what is published about them."""

import pytest

from directory.models import Entry
from taxonomy.models import Topic
from taxonomy.services import merge_topics
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import translate
from tests.directory.factories import ProfileFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def topic():
    return TopicFactory(slug="hlyab", name="хляб", labels={"bg": "хляб", "en": "bread"})


def shown(client, path):
    response = client.get(path)
    assert response.status_code == 200, response
    return " ".join(response.content.decode().split())


def test_profiles_and_news_stand_below_each_other(client, home_bg, topic):
    ProfileFactory(name="Хляб назаем", topics=[topic])
    index = BlogIndexPageFactory(parent=home_bg)
    BlogPageFactory(parent=index, title="Пекарна на годината", topics=[topic])
    html = shown(client, "/bg/topics/hlyab/")

    assert "<h1>#хляб</h1>" in html
    assert html.index("Хляб назаем") < html.index("Пекарна на годината")
    assert 'href="/bg/directory/?topic=hlyab">1 профил в справочника' in html
    assert 'href="/bg/novini/topic/hlyab/">1 новина' in html


def test_each_language_has_its_own_words_and_the_same_things(client, home_bg, topic):
    ProfileFactory(name="Хляб назаем", topics=[topic])
    index = BlogIndexPageFactory(parent=home_bg)
    BlogPageFactory(parent=index, title="Пекарна на годината", topics=[topic])
    translate(index, "en", {"novini": "news"})
    html = shown(client, "/en/topics/hlyab/")

    assert "<h1>#bread</h1>" in html
    assert "Хляб назаем" in html
    assert "Пекарна на годината" in html
    assert '<a href="/bg/topics/hlyab/" lang="bg" hreflang="bg" rel="alternate">' in html


def test_a_topic_of_which_nothing_is_published_is_missing(client, topic):  # cases 13, 14
    ProfileFactory(topics=[topic], live=False)
    ProfileFactory(topics=[topic], visibility="unlisted")

    assert client.get("/bg/topics/hlyab/").status_code == 404
    assert client.get("/bg/topics/nyama-takava/").status_code == 404


def test_merged_topics_lead_to_the_one_that_stays_and_profiles_are_found_there(client, topic):
    old = TopicFactory(slug="pechivo")
    older = TopicFactory(slug="testo")
    profile = ProfileFactory(topics=[older])
    merge_topics(sources=[older], target=old)
    merge_topics(sources=[old], target=topic)

    for slug in ("pechivo", "testo"):
        response = client.get(f"/bg/topics/{slug}/")
        assert (response.status_code, response.headers["Location"]) == (301, "/bg/topics/hlyab/")
    assert profile.name in shown(client, "/bg/topics/hlyab/")
    assert profile.name in shown(client, "/bg/directory/?topic=hlyab")


def test_a_renamed_topic_keeps_its_older_address_and_its_profiles(client, topic):
    profile = ProfileFactory(topics=[topic])
    topic.slug = "zhivot"
    topic.save()

    assert client.get("/bg/topics/hlyab/").headers["Location"] == "/bg/topics/zhivot/"
    assert profile.name in shown(client, "/bg/topics/zhivot/")


def test_a_list_by_an_older_slug_of_a_topic_leads_to_the_same_list_today(client, topic):
    ProfileFactory(topics=[topic])
    topic.slug = "zhivot"
    topic.save()

    response = client.get("/bg/directory/?topic=hlyab&theme=climate&format=csv")
    assert (response.status_code, response.url) == (301, "/bg/directory/?theme=climate&topic=zhivot&format=csv")
    assert client.get("/bg/directory/?topic=nobody-ever").status_code == 200


def test_a_deleted_topic_is_no_value_of_profiles(topic):
    profile = ProfileFactory(topics=[topic])
    Topic.objects.get(pk=topic.pk).delete()

    assert not profile.facets.filter(facet="topic").exists()
    assert Entry.objects.filter(profile=profile).exists()
