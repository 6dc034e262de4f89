import pytest

from taxonomy.models import Term, Topic
from tests.blog.factories import BlogPageFactory
from tests.core.factories import translate
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def usage(topic):
    counted = Topic.objects.with_usage().get(pk=topic.pk)
    return counted.live_uses, counted.uses - counted.live_uses


def test_published_posts_and_drafts_are_counted_apart(index):
    topic = TopicFactory()
    BlogPageFactory(parent=index, topics=[topic])
    BlogPageFactory(parent=index, topics=[topic])
    BlogPageFactory(parent=index, topics=[topic], live=False)
    assert usage(topic) == (2, 1)


def test_an_unused_topic_counts_nothing():
    assert usage(TopicFactory()) == (0, 0)


def test_a_post_and_its_translation_are_one_use(index, home_en):
    topic = TopicFactory()
    post = BlogPageFactory(parent=index, topics=[topic])
    translate(index, "en")
    translated = translate(post, "en")
    translated.topics.set([topic])
    translated.save()
    assert usage(topic) == (1, 0)


def test_terms_count_what_names_them(index):
    theme = Term.objects.get(vocabulary="themes", slug="inclusion")
    BlogPageFactory(parent=index, theme=theme)
    BlogPageFactory(parent=index, theme=theme)
    counted = Term.objects.with_usage()
    assert counted.get(pk=theme.pk).uses == 2
    assert counted.get(vocabulary="themes", slug="climate").uses == 0


def test_counting_is_one_query_however_many_topics(index, django_assert_num_queries):
    for _number in range(15):
        BlogPageFactory(parent=index, topics=[TopicFactory()])
    with django_assert_num_queries(1):
        assert sum(topic.uses for topic in Topic.objects.with_usage()) == 15
