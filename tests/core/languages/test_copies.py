"""An untranslated copy never goes live, whichever tool made it."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from core.languages.copies import UntranslatedCopy
from home.models import StandardPage
from tests.core.factories import StandardPageFactory, locale, translate


@pytest.fixture
def about(site, home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


@pytest.fixture
def submitted(about):
    """An English draft just submitted for translation."""
    translate_object(about, [locale("en")])
    return about.get_translation(locale("en"))


def english():
    return {page.slug: page.live for page in StandardPage.objects.filter(locale=locale("en"))}


def test_submitting_for_translation_makes_a_draft(submitted):
    assert not submitted.live


def test_a_draft_without_any_translation_is_not_published(submitted):
    with pytest.raises(UntranslatedCopy):
        submitted.get_latest_revision().publish()

    assert not StandardPage.objects.get(pk=submitted.pk).live


def test_translating_its_texts_makes_it_a_translation(submitted):
    source = TranslationSource.objects.get(object_id=submitted.translation_key)
    for text, translated in {"За нас": "About us", "Накратко.": "Накратко."}.items():
        segment = source.stringsegment_set.get(string__data=text)
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=locale("en"), data=translated
        )
    Translation.objects.get(source__object_id=submitted.translation_key).save_target(publish=False)

    StandardPage.objects.get(pk=submitted.pk).get_latest_revision().publish()

    assert StandardPage.objects.get(pk=submitted.pk).live


def test_a_translated_address_alone_is_no_translation(submitted):
    segment = TranslationSource.objects.get(object_id=submitted.translation_key).stringsegment_set.get(
        context__path="slug"
    )
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=locale("en"), data="about"
    )

    with pytest.raises(PermissionDenied):
        submitted.get_latest_revision().publish()


def test_a_translation_written_in_the_page_editor_is_published(submitted):
    Translation.objects.update(enabled=False)
    page = StandardPage.objects.get(pk=submitted.pk)
    page.title = "About us"

    page.save_revision(clean=False).publish()

    assert StandardPage.objects.get(pk=submitted.pk).live


def test_originals_are_published_without_ado(site, home_bg, home_en):
    for home in (home_bg, home_en):
        page = StandardPageFactory(parent=home, live=False)
        page.get_latest_revision().publish()
        assert StandardPage.objects.get(pk=page.pk).live


def test_translating_a_page_leaves_its_parents_out_of_sight(about):
    child = StandardPageFactory(parent=about, title="Екип", slug="ekip")

    translated = translate(child, "en")

    assert translated.live
    assert english() == {"ekip-en": True, "za-nas": False}


def test_publishing_a_parent_again_does_not_show_its_copy(about):
    translate(StandardPageFactory(parent=about, slug="ekip"), "en")

    about.save_revision(clean=False).publish()

    assert english()["za-nas"] is False


def test_synchronising_a_language_makes_no_live_copies(about):
    LocaleSynchronization.objects.create(locale=locale("en"), sync_from=locale("bg"))

    assert english() == {"za-nas": False}
    assert Page.objects.get(slug="za-nas", locale=locale("en")).alias_of_id == about.pk


def test_a_translation_turned_back_into_a_copy_leaves_the_site(admin_client, about):
    translated = translate(about, "en")

    admin_client.post(f"/admin/localize/page/{translated.pk}/convert_to_alias/")

    page = StandardPage.objects.get(pk=translated.pk)
    assert page.alias_of_id == about.pk
    assert not page.live


def test_an_alias_in_its_own_language_is_live(about, home_bg):
    assert about.create_alias(parent=home_bg, update_slug="again").live


def test_translators_are_told_why_a_copy_is_not_published(admin_client, submitted):
    response = admin_client.post(f"/admin/pages/{submitted.pk}/edit/", {"action": "publish"}, follow=True)

    assert "още нищо не е преведено" in response.content.decode()
    assert not StandardPage.objects.get(pk=submitted.pk).live
