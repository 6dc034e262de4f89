"""The trees that all tests stand on."""

from wagtail.models import Site

from tests.core.factories import StandardPageFactory, translate


def test_the_english_home_is_a_live_translation_of_the_bulgarian_one(site, home_bg, home_en):
    assert site.root_page_id == home_bg.pk
    assert home_en.translation_key == home_bg.translation_key
    assert (home_en.live, home_en.title, home_en.alias_of_id) == (True, "Home", None)
    assert home_bg.locale.language_code == "bg"


def test_a_translated_page_stands_below_the_translated_parent(site, home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")

    translated = translate(page, "en", {"За нас": "About us", "za-nas": "about"})

    assert translated.get_parent().pk == home_en.pk
    assert (translated.title, translated.slug, translated.live) == ("About us", "about", True)


def test_a_draft_translation_is_not_live(site, home_bg):
    translated = translate(StandardPageFactory(parent=home_bg), "en", live=False)

    assert not translated.live
    assert Site.objects.count() == 1
