import pytest

from taxonomy.models import Term, Topic, Vocabulary
from taxonomy.services import load_topics, load_vocabularies

pytestmark = pytest.mark.django_db

SIZES = {
    "themes": 8, "organisation_kinds": 10, "target_groups": 12, "innovation_types": 7, "stages": 4,
    "resource_kinds": 5, "sdgs": 17,
}  # fmt: skip


@pytest.mark.parametrize(("vocabulary", "size"), SIZES.items())
def test_the_migrations_bring_every_vocabulary_whole_and_in_both_languages(vocabulary, size):
    terms = Term.objects.of(vocabulary)
    assert len(terms) == size
    assert [term.order for term in terms] == list(range(1, size + 1))
    assert all(set(term.labels) == {"bg", "en"} for term in terms)
    assert set(SIZES) == set(Vocabulary.values)


def test_terms_of_the_migrations_are_found_by_their_labels():
    assert [term.slug for term in Term.objects.matching("климат").of("themes")] == ["climate"]


def test_loading_again_changes_nothing(django_assert_max_num_queries):
    before = list(Term.objects.values())
    load_vocabularies()
    assert list(Term.objects.values()) == before


def test_what_editors_changed_stays():
    term = Term.objects.get(vocabulary="themes", slug="poverty")
    term.labels, term.order = {"bg": "Срещу бедността", "en": "Against poverty"}, 99
    term.save()
    load_vocabularies()
    term.refresh_from_db()
    assert (term.labels, term.order) == ({"bg": "Срещу бедността", "en": "Against poverty"}, 99)


def test_a_missing_language_is_filled_in_and_a_missing_word_comes_back():
    Term.objects.get(vocabulary="stages", slug="idea").delete()
    term = Term.objects.get(vocabulary="stages", slug="pilot")
    term.labels = {"bg": "Опит"}
    term.save()
    load_vocabularies()
    term.refresh_from_db()
    assert term.labels == {"bg": "Опит", "en": "Pilot"}
    assert Term.objects.filter(vocabulary="stages", slug="idea").exists()


def test_the_first_topics_are_loaded_once():
    load_topics()
    assert Topic.objects.count() == 16
    Topic.objects.filter(slug="food").update(labels={"bg": "храни", "en": "foods"})
    load_topics()
    assert Topic.objects.count() == 16
    assert Topic.objects.get(slug="food").labels == {"bg": "храни", "en": "foods"}


def test_a_topic_that_editors_had_already_is_not_made_twice():
    Topic.objects.create(name="Храна")
    load_topics()
    assert Topic.objects.labelled("храна").count() == 1
    assert Topic.objects.labelled("храна").get().labels["en"] == "food"
