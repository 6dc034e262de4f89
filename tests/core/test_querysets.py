"""Lists hold every object once: as its translation, or else as the original."""

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page

from core.querysets import PageQuerySet
from home.models import StandardPage
from tests.core.factories import StandardPageFactory, locale, plant_site, restrict, translate

THREE = [("bg", "Bulgarian"), ("en", "English"), ("de", "German")]


def listed(language):
    pages = StandardPage.objects.once_in(language).order_by("path")
    return [(page.title, page.language) for page in pages]


@pytest.fixture
def post(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="Новина")


@pytest.fixture
def german(settings, db):
    settings.LANGUAGES = THREE
    settings.WAGTAIL_CONTENT_LANGUAGES = THREE
    return locale("de")


def test_a_translated_post_is_listed_as_its_translation(post):
    translate(post, "en", {"Новина": "News"})

    assert listed("en") == [("News", "en")]
    assert listed("bg") == [("Новина", "bg")]


def test_a_post_without_translation_is_listed_as_its_original(post):
    assert listed("en") == [("Новина", "bg")]


def test_a_draft_translation_leaves_the_original_in_the_list(post):
    translate(post, "en", live=False)

    assert listed("en") == [("Новина", "bg")]


def test_a_published_translation_stays_when_its_original_is_unpublished(post):
    translate(post, "en", {"Новина": "News"})
    post.unpublish()

    assert listed("en") == listed("bg") == [("News", "en")]


def test_a_private_translation_leaves_the_original_in_the_list(post):
    restrict(translate(post, "en"))

    assert listed("en") == [("Новина", "bg")]


def test_a_page_below_a_private_one_is_in_no_list(post):
    StandardPageFactory(parent=post, title="Отдолу")
    restrict(post)

    assert listed("bg") == listed("en") == []


def test_a_private_page_does_not_hide_one_whose_place_starts_alike(post, home_bg):
    restrict(StandardPageFactory(parent=home_bg, title="Тайна"))

    assert listed("bg") == [("Новина", "bg")]


def test_a_draft_is_in_no_list(site, home_bg):
    StandardPageFactory(parent=home_bg, live=False)

    assert listed("bg") == listed("en") == []


def test_a_page_written_in_english_is_listed_as_original_in_bulgarian(site, home_en):
    StandardPageFactory(parent=home_en, title="Only English")

    assert listed("bg") == [("Only English", "en")]


def test_an_alias_in_the_same_language_is_an_object_of_its_own(post, home_bg):
    post.create_alias(parent=home_bg, update_slug="again")

    assert listed("bg") == [("Новина", "bg"), ("Новина", "bg")]


def test_a_reader_of_a_third_language_gets_the_original_rather_than_another_translation(german, site, home_bg, home_en):
    translate(StandardPageFactory(parent=home_bg, title="Новина"), "en")
    translate(StandardPageFactory(parent=home_en, title="Story"), "bg")

    assert listed("de") == [("Новина", "bg"), ("Story", "en")]


def test_a_reader_of_a_third_language_gets_a_translation_when_the_original_is_away(german, post):
    translate(post, "en", {"Новина": "News"})
    post.unpublish()

    assert listed("de") == [("News", "en")]


def test_a_language_taken_out_of_the_settings_is_in_no_list(german, post, home_bg, settings):
    translate(home_bg, "de")
    translate(post, "de")
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = THREE[:2]

    assert listed("en") == [("Новина", "bg")]


def test_the_language_of_each_listed_page_costs_no_query(post, django_assert_num_queries):
    translate(post, "en")

    with django_assert_num_queries(1):
        assert listed("en")


STATES = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.sampled_from(["bg", "en"]),
            "live": st.fixed_dictionaries({"bg": st.booleans(), "en": st.booleans(), "de": st.booleans()}),
            "exists": st.fixed_dictionaries({"bg": st.booleans(), "en": st.booleans(), "de": st.booleans()}),
            "private": st.sampled_from([None, None, "bg", "en", "de"]),
            "linked": st.booleans(),
        }
    ),
    min_size=1,
    max_size=3,
)


@override_settings(LANGUAGES=THREE, WAGTAIL_CONTENT_LANGUAGES=THREE)
class AnyState(TestCase):
    """Whatever is written, translated, published or private: an object that anybody may read is listed once."""

    @classmethod
    def setUpTestData(cls):
        cls.homes = {"bg": plant_site()}
        cls.homes |= {code: translate(cls.homes["bg"], code) for code in ("en", "de")}

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(states=STATES)
    def test_every_readable_object_is_listed_exactly_once(self, states):
        readable = {}
        for number, state in enumerate(states):
            for page, language in grow(self.homes, number, state):
                readable.setdefault(page.translation_key, set()).add(language)

        for reader in ("bg", "en", "de"):
            pages = list(PageQuerySet(Page).filter(depth=3).once_in(reader))

            assert sorted(str(page.translation_key) for page in pages) == sorted(map(str, readable))
            for page in pages:
                available = readable[page.translation_key]
                assert page.locale.language_code in available
                assert (page.locale.language_code == reader) == (reader in available)


def grow(homes, number, state):
    """Make one object in the languages that `state` names; yield its versions that anybody may read."""
    source = StandardPageFactory(parent=homes[state["source"]], title=f"Т{number}", live=True)
    versions = {state["source"]: source}
    for code, exists in state["exists"].items():
        if exists and code not in versions:
            if state["linked"]:
                versions[code] = translate(source, code, live=state["live"][code])
            else:
                versions[code] = StandardPageFactory(
                    parent=homes[code], translation_key=source.translation_key, live=state["live"][code]
                )
    if not state["live"][state["source"]]:
        source.unpublish()
    for code, page in versions.items():
        if code == state["private"]:
            restrict(page)
        elif StandardPage.objects.get(pk=page.pk).live:
            yield page, code
