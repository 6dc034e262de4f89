import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import StringTranslation, Translation

from core.models.addresses import is_copy_of
from home.models import StandardPage
from tests.core.factories import StandardPageFactory, translate
from tests.members.factories import UserFactory


def add(parent, title, **fields):
    return parent.add_child(instance=StandardPage(title=title, live=False, **fields))


def test_a_page_without_a_slug_gets_that_of_its_title(home_bg):
    assert add(home_bg, "Нова ера в Щъркелово").slug == "nova-era-v-shtarkelovo"


def test_two_pages_of_one_title_have_two_slugs(home_bg):
    add(home_bg, "Нова ера")
    assert add(home_bg, "Нова ера").slug == "nova-era-1"


def test_a_slug_that_the_editor_gave_stays(home_bg):
    assert add(home_bg, "Нова ера", slug="new").slug == "new"


def test_a_very_long_title_still_has_a_slug(home_bg):
    page = add(home_bg, "щ" * 255)
    again = add(home_bg, "щ" * 255)
    assert len(page.slug) <= 255
    assert page.slug != again.slug


def test_a_title_without_letters_asks_for_a_slug(home_bg):
    with pytest.raises(ValidationError):
        home_bg.add_child(instance=StandardPage(title="!!!", live=True))


def test_the_number_that_makes_a_slug_unique_is_not_another_slug():
    assert is_copy_of("nova-era-12", "nova-era")
    assert not is_copy_of("nova-era-bg", "nova-era")


def translate_but_the_slug(page, texts):
    """A translation in which nobody translated the slug."""
    translated = translate(page, "en", texts, live=False)
    StringTranslation.objects.filter(context__path="slug", context__object_id=page.translation_key).delete()
    return save_again(page, translated)


def save_again(page, translated):
    with TestCase.captureOnCommitCallbacks(execute=True):  # wagtail-localize publishes then
        Translation.objects.get(source__object_id=page.translation_key).save_target(publish=True)
    return StandardPage.objects.get(pk=translated.pk)


def test_a_translation_gets_the_slug_of_its_own_title(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="Нова ера", slug="nova-era")
    assert translate_but_the_slug(page, {"Нова ера": "A new era"}).slug == "a-new-era"


def test_a_translated_slug_wins(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="Нова ера", slug="nova-era")
    assert translate(page, "en", {"Нова ера": "A new era", "nova-era": "era"}).slug == "era"


def test_an_address_that_readers_know_survives_a_new_title(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="Нова ера", slug="nova-era")
    translated = translate_but_the_slug(page, {"Нова ера": "A new era"})
    translated.save_revision().publish()
    StringTranslation.objects.filter(context__path="title", context__object_id=page.translation_key).update(
        data="Another era"
    )
    renamed = save_again(page, translated)
    assert (renamed.title, renamed.slug) == ("Another era", "a-new-era")


def test_an_untranslated_title_keeps_the_slug_of_the_original(home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="Нова ера", slug="nova-era")
    assert translate_but_the_slug(page, {"Нова ера": "Нова ера"}).slug == "nova-era"


def test_the_copy_form_proposes_by_our_table(home_bg):
    form = StandardPage.copy_form_class(page=StandardPageFactory(parent=home_bg), user=UserFactory(is_superuser=True))
    assert "data-w-slug-formatters-value" in str(form["new_slug"])


def rename(page, slug):
    page = StandardPage.objects.get(pk=page.pk)
    page.slug = slug
    page.save_revision().publish()


def test_a_page_that_told_its_address_tells_the_new_one_once_it_has_it(site, home_bg):
    page = StandardPageFactory(parent=home_bg, title="Страница", slug="old")
    assert (page.url, page.full_url) == ("/bg/old/", f"{site.root_url}/bg/old/")

    page.slug = "new"
    page.save()

    assert (page.url, page.full_url) == ("/bg/new/", f"{site.root_url}/bg/new/")


@pytest.mark.parametrize("language", ["bg", "en"])
def test_an_old_address_leads_to_the_new_one(
    client, site, home_bg, home_en, language, django_capture_on_commit_callbacks
):
    home = {"bg": home_bg, "en": home_en}[language]
    page = StandardPageFactory(parent=home, title="Страница", slug="old")
    below = StandardPageFactory(parent=page, title="Под нея", slug="below")
    with django_capture_on_commit_callbacks(execute=True):
        rename(page, "new")
    for old, new in [("old", "new"), ("old/below", "new/below")]:
        response = client.get(f"/{language}/{old}/")
        assert (response.status_code, response.url) == (301, f"/{language}/{new}/")
    assert Redirect.objects.filter(redirect_page=below).exists()
