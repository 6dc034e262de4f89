"""A translation is current, out of date, a draft or missing, whatever happened in which order."""

import pytest
from django.test import TestCase
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree

from core.board.pages import PageSource
from core.board.registry import Action, State
from core.languages.guards import TextsMissing, UnfinishedTranslation
from core.languages.records import recall_published
from core.models import PublishedTexts, RevisionTexts
from home.models import StandardPage
from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.core.factories import StandardPageFactory, locale, translate
from tests.members.factories import UserFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(db):
    return UserFactory(group="Translators")


@pytest.fixture
def about(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas", lead="Накратко.")


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def publish(page, **fields):
    """Publish `page` with other fields, as the page editor does."""
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision(clean=False).publish()


def cells(page, user=None):
    rows = {row.key: row for row in PageSource().rows(user or UserFactory(is_superuser=True))}
    return rows[str(page.translation_key)].cells


def state(page, language="en"):
    return cells(page)[language].state


def translate_text(page, text, translation, code="en"):
    """Enter one text in wagtail-localize's editor; nothing is published by that."""
    segment = TranslationSource.objects.get(object_id=page.translation_key).stringsegment_set.get(string__data=text)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string, context=segment.context, locale=locale(code), defaults={"data": translation}
    )


def publish_translation(page):
    translation = Translation.objects.get(source__object_id=page.translation_key)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def test_a_page_that_nobody_translated_is_missing_in_the_other_language(about):
    assert {code: cell.state for code, cell in cells(about).items()} == {"bg": State.ORIGINAL, "en": State.MISSING}


def test_a_page_submitted_for_translation_is_a_draft(about):
    translate_object(about, [locale("en")])
    assert state(about) == State.DRAFT


def test_a_published_translation_is_current(about):
    translate(about, "en")
    assert state(about) == State.CURRENT


def test_a_text_published_in_the_original_makes_it_out_of_date(about):
    translate(about, "en")
    publish(about, lead="Съвсем друго.")
    assert state(about) == State.STALE
    assert cells(about)["en"].action == Action.UPDATE


def test_a_text_that_is_only_a_draft_leaves_it_current(about):
    translate(about, "en")
    about = fresh(about)
    about.lead = "Съвсем друго."
    about.save_revision(clean=False)
    assert state(about) == State.CURRENT


def test_publishing_again_without_another_text_leaves_it_current(about):
    translate(about, "en")
    publish(about)
    assert state(about) == State.CURRENT


def test_another_address_leaves_it_current(about):
    translate(about, "en")
    publish(about, slug="drug-adres")
    assert state(about) == State.CURRENT


def test_other_facts_leave_it_current(site, home_bg):
    index = BlogIndexPageFactory(parent=home_bg)
    translate(index, "en")
    post = BlogPageFactory(parent=index)
    translate(post, "en")
    post = fresh(post)
    post.topics.add(TopicFactory())
    with TestCase.captureOnCommitCallbacks(execute=True):
        post.save_revision(clean=False).publish()
    assert fresh(post).get_translation(locale("en")).specific.topics.count() == 1
    assert state(post) == State.CURRENT


def test_taking_the_change_back_makes_it_current_again(about):
    translate(about, "en")
    publish(about, lead="Друго.")
    publish(about, lead="Накратко.")
    assert state(about) == State.CURRENT


def test_publishing_the_updated_translation_makes_it_current(about, translator):
    translate(about, "en")
    publish(about, lead="Друго.")
    PageSource().update(translator, str(about.translation_key), "en")
    assert state(about) == State.STALE
    translate_text(about, "Друго.", "Something else.")
    assert state(about) == State.STALE
    publish_translation(about)
    assert state(about) == State.CURRENT


def test_a_translation_updated_before_the_last_change_stays_out_of_date(about, translator):
    translate(about, "en")
    publish(about, lead="Друго.")
    PageSource().update(translator, str(about.translation_key), "en")
    translate_text(about, "Друго.", "Something else.")
    publish(about, lead="Трето.")
    publish_translation(about)
    assert state(about) == State.STALE


def test_facts_that_follow_do_not_pass_for_a_new_translation(site, home_bg):
    index = BlogIndexPageFactory(parent=home_bg)
    translate(index, "en")
    post = BlogPageFactory(parent=index, lead="Накратко.")
    translate(post, "en")
    publish(post, lead="Друго.")
    post = fresh(post)
    post.topics.add(TopicFactory())
    with TestCase.captureOnCommitCallbacks(execute=True):
        post.save_revision(clean=False).publish()
    assert state(post) == State.STALE


def test_a_draft_whose_original_changed_says_so(about):
    translate_object(about, [locale("en")])
    assert not cells(about)["en"].behind
    publish(about, lead="Друго.")
    assert cells(about)["en"].behind
    assert cells(about)["en"].action == Action.UPDATE


def test_an_unpublished_translation_is_a_draft(about):
    translate(about, "en").unpublish()
    assert state(about) == State.DRAFT


def test_an_original_that_was_never_published_is_not_on_the_board(site, home_bg):
    page = StandardPageFactory(parent=home_bg, live=False)
    assert str(page.translation_key) not in {row.key for row in PageSource().rows(UserFactory(is_superuser=True))}


def test_a_page_written_in_english_is_missing_in_bulgarian(site, home_en):
    page = StandardPageFactory(parent=home_en, title="Written in English")
    assert {code: cell.state for code, cell in cells(page).items()} == {"bg": State.MISSING, "en": State.ORIGINAL}


def test_a_page_written_by_hand_is_current_until_the_original_changes(about):
    translate_object(about, [locale("en")])
    Translation.objects.update(enabled=False)
    english = StandardPage.objects.get(locale=locale("en"), translation_key=about.translation_key)
    publish(english, title="About us")
    assert state(about) == State.CURRENT
    publish(about, lead="Друго.")
    assert state(about) == State.STALE
    assert cells(about)["en"].action is None
    publish(english, lead="Something else.")
    assert state(about) == State.CURRENT


@pytest.mark.parametrize("changed", [False, True])
def test_pages_from_before_the_board_get_their_state(about, changed):
    translate(about, "en")
    if changed:
        publish(about, lead="Друго.")
    PublishedTexts.objects.all().delete()
    RevisionTexts.objects.all().delete()
    recall_published()
    assert state(about) == (State.STALE if changed else State.CURRENT)


def test_a_translation_of_which_a_text_is_missing_is_not_published(about):
    translate_object(about, [locale("en")])
    translate_text(about, "За нас", "About us")
    with pytest.raises(TextsMissing):
        publish_translation(about)
    assert state(about) == State.DRAFT


def test_the_draft_that_was_submitted_is_not_published_in_another_way(about):
    translate_object(about, [locale("en")])
    translate_text(about, "За нас", "About us")
    english = about.get_translation(locale("en"))
    with pytest.raises(UnfinishedTranslation):
        english.get_latest_revision().publish()


def test_numbers_need_no_translation(site, home_bg):
    page = StandardPageFactory(parent=home_bg, title="Година", lead="2026")
    translate_object(page, [locale("en")])
    translate_text(page, "Година", "Year")
    publish_translation(page)
    assert state(page) == State.CURRENT


def test_an_update_changes_nothing_that_readers_see(about, translator):
    english = translate(about, "en", {"За нас": "About us", "Накратко.": "In short."})
    publish(about, lead="Друго.")
    PageSource().update(translator, str(about.translation_key), "en")
    with pytest.raises(TextsMissing):
        publish_translation(about)
    assert (fresh(english).live, fresh(english).lead) == (True, "In short.")


def test_translating_a_whole_branch_again_leaves_live_translations_alone(about, home_bg, translator):
    english = translate(about, "en", {"За нас": "About us", "Накратко.": "In short."})
    publish(about, lead="Друго.")
    PageSource().update(translator, str(about.translation_key), "en")
    translate_page_subtree(home_bg.pk, [locale("en")], None, translator)
    assert (fresh(english).live, fresh(english).lead) == (True, "In short.")


def test_a_picture_that_follows_publishes_no_unfinished_text(about, translator):
    english = translate(about, "en", {"За нас": "About us", "Накратко.": "In short."})
    publish(about, lead="Друго.")
    PageSource().update(translator, str(about.translation_key), "en")
    publish(about, body='[{"type": "text", "value": "<p></p>", "id": "3f0c5f7e-9d6b-4f0e-8d3b-1f6a2b7c8d9e"}]')
    assert fresh(english).lead == "In short."
