import pytest

from blog.models import BlogPage
from taxonomy.models import Topic
from taxonomy.services import TopicNotMergeable, merge_topics
from taxonomy.signals import topics_merged
from tests.blog.factories import BlogPageFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return TopicFactory(name="култура")


@pytest.fixture
def target():
    return TopicFactory(name="изкуство")


def topics_of(post):
    return [topic.name for topic in BlogPage.objects.get(pk=post.pk).topics.order_by("name")]


def test_what_had_a_merged_topic_has_the_other_one(index, source, target):
    post = BlogPageFactory(parent=index, topics=[source])
    merge_topics(sources=[source], target=target)
    assert topics_of(post) == ["изкуство"]
    assert not Topic.objects.filter(pk=source.pk).exists()


def test_what_had_both_has_the_other_one_once(index, source, target):
    post = BlogPageFactory(parent=index, topics=[source, target])
    merge_topics(sources=[source], target=target)
    assert topics_of(post) == ["изкуство"]


def test_several_topics_become_one(index, source, target):
    another = TopicFactory(name="театър")
    post = BlogPageFactory(parent=index, topics=[source, another])
    merge_topics(sources=[source, another], target=target)
    assert topics_of(post) == ["изкуство"]


def test_other_topics_stay(index, source, target):
    post = BlogPageFactory(parent=index, topics=[source, TopicFactory(name="храна")])
    merge_topics(sources=[source], target=target)
    assert topics_of(post) == ["изкуство", "храна"]


def test_a_draft_that_is_published_later_brings_no_merged_topic_back(index, source, target):
    post = BlogPageFactory(parent=index)
    post.topics.set([source, target])
    draft = post.save_revision()
    merge_topics(sources=[source], target=target)
    draft.refresh_from_db()
    draft.publish()
    assert topics_of(post) == ["изкуство"]
    assert not Topic.objects.filter(name="култура").exists()


def test_an_older_version_that_is_restored_has_the_other_topic(index, source, target):
    post = BlogPageFactory(parent=index)
    post.topics.set([source])
    older = post.save_revision()
    post.topics.set([])
    post.save_revision().publish()
    merge_topics(sources=[source], target=target)
    older.refresh_from_db()
    older.publish()
    assert topics_of(post) == ["изкуство"]


def test_a_topic_whose_number_begins_alike_is_left_alone(index, source, target):
    alike = Topic.objects.create(pk=int(f"{source.pk}7"), name="друга")
    post = BlogPageFactory(parent=index)
    post.topics.set([alike])
    draft = post.save_revision()
    merge_topics(sources=[source], target=target)
    draft.refresh_from_db()
    draft.publish()
    assert topics_of(post) == ["друга"]


def test_slugs_that_topics_had_lead_to_the_one_that_stays(source, target):
    earlier, last = TopicFactory(slug="teatar"), TopicFactory()
    slugs = ["teatar", source.slug, target.slug, "izkustva"]
    merge_topics(sources=[earlier], target=source)
    merge_topics(sources=[source], target=target)
    target.slug = "izkustva"
    target.save()
    merge_topics(sources=[target], target=last)
    assert [Topic.objects.formerly(slug) for slug in slugs] == [last] * len(slugs)
    assert Topic.objects.formerly(last.slug) is None


def test_a_new_topic_takes_its_slug_back(source, target):
    merge_topics(sources=[source], target=target)
    TopicFactory(slug=source.slug)
    assert Topic.objects.formerly(source.slug) is None


def test_others_may_move_their_links_before_the_topics_go(source, target):
    heard = []

    def listen(sources, target, **_signal):
        heard.append(([topic.name for topic in sources], target.name, Topic.objects.filter(name="култура").exists()))

    topics_merged.connect(listen)
    merge_topics(sources=[source], target=target)
    topics_merged.disconnect(listen)
    assert heard == [(["култура"], "изкуство", True)]


def test_a_topic_is_not_merged_into_itself(source, target):
    with pytest.raises(TopicNotMergeable):
        merge_topics(sources=[source, target], target=target)
    with pytest.raises(TopicNotMergeable):
        merge_topics(sources=[], target=target)
    assert Topic.objects.count() == 2


def test_nothing_moves_when_somebody_who_listens_fails(index, source, target):
    post = BlogPageFactory(parent=index, topics=[source])

    def fail(**_signal):
        raise RuntimeError

    topics_merged.connect(fail)
    with pytest.raises(RuntimeError):
        merge_topics(sources=[source], target=target)
    topics_merged.disconnect(fail)
    assert topics_of(post) == ["култура"]
