import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from taxonomy.models import Term, Topic, Vocabulary
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def names(topics):
    return [topic.name for topic in topics]


def is_taken(row):
    """Whether `row` is refused because another one has its label."""
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return [error.code for error in refused.value.error_dict["labels"]] == ["unique"]


def test_a_topic_is_called_by_its_label_in_the_readers_language():
    topic = TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    with override("en"):
        assert str(topic) == "culture"
    with override("bg"):
        assert str(topic) == "култура"


def test_the_label_of_the_source_language_is_the_name_that_tagging_uses():
    assert Topic.objects.create(labels={"bg": "занаяти"}).name == "занаяти"
    assert Topic.objects.create(name="храна").labels == {"bg": "храна"}


def test_a_new_topic_gets_an_address_by_the_official_transliteration():
    assert Topic.objects.create(name="Градски градини").slug == "gradski-gradini"


def test_topics_that_sound_alike_have_addresses_of_their_own():
    Topic.objects.create(name="Градски градини")
    assert Topic.objects.create(name="Градски-градини").slug == "gradski-gradini-2"


def test_a_topic_without_letters_has_an_address_nevertheless():
    assert Topic.objects.create(name="!!!").slug == "topic"


@pytest.mark.parametrize("labels", [{"bg": "Култура"}, {"bg": "наука", "en": "CULTURE"}, {"bg": " култура "}])
def test_a_label_is_taken_once_in_each_language_capitals_or_not(labels):
    TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    assert is_taken(Topic(name="нова", slug="nova", labels=labels))


def test_the_same_word_may_be_a_label_in_another_language():
    TopicFactory(name="театър", labels={"bg": "театър", "en": "drama"})
    Topic(name="drama", slug="drama-bg", labels={"bg": "drama", "en": "dramas"}).full_clean()


def test_a_topic_may_keep_its_own_labels():
    TopicFactory(name="култура").full_clean()


def test_two_vocabularies_may_share_a_word():
    Term(vocabulary=Vocabulary.STAGES, slug="x", labels={"bg": "Нова услуга"}).full_clean()
    assert is_taken(Term(vocabulary=Vocabulary.INNOVATION_TYPES, slug="x", labels={"bg": "нова услуга"}))


def test_topics_stand_in_bulgarian_order():
    for name in ("ябълки", "Zebra", "агне", "Йога", "иновации", "12 месеца"):
        Topic.objects.create(name=name)
    assert names(Topic.objects.all()) == ["12 месеца", "агне", "иновации", "Йога", "ябълки", "Zebra"]


@pytest.mark.parametrize("query", ["КУЛТ", "cult", "Culture", "култура"])
def test_topics_are_found_by_part_of_a_label_in_any_language(query):
    TopicFactory(name="Култура", labels={"bg": "Култура", "en": "Culture"})
    TopicFactory(name="храна", labels={"bg": "храна", "en": "food"})
    assert names(Topic.objects.matching(query)) == ["Култура"]


def test_topics_without_a_label_in_a_language_can_be_listed():
    TopicFactory(name="култура", labels={"bg": "култура", "en": "culture"})
    TopicFactory(name="храна", labels={"bg": "храна", "en": ""})
    assert names(Topic.objects.missing("en")) == ["храна"]


def test_a_changed_label_is_found_and_sorted_anew():
    topic = TopicFactory(name="ябълки")
    topic.labels = {"bg": "агнета"}
    topic.save(update_fields=["labels", "name"])
    assert names(Topic.objects.matching("агнета")) == ["агнета"]
    assert not Topic.objects.matching("ябълки").exists()
