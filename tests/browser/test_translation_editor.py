"""wagtail-localize's editor, drawn by its JavaScript, speaks the editor's language."""

import pytest
from playwright.sync_api import expect

# Everything that its script says in English; what pages contain is in the values of the fields.
ENGLISH = (
    "translation",
    "More actions",
    "Edit",
    "Translate",
    "Publish in",
    "Preview",
    "Download",
    "Upload",
    "segments",
)


@pytest.fixture
def translation_editor(admin, live_site, first_page):
    admin.goto(live_site.address(f"/admin/pages/{first_page('home.StandardPage', 'en')}/edit/"))
    return admin


def test_the_languages_of_a_translation_are_named_without_english(translation_editor):
    expect(translation_editor.get_by_text("български → английски").first).to_be_visible()


def test_buttons_and_hidden_words_of_the_translation_editor_are_bulgarian(translation_editor):
    expect(translation_editor.get_by_role("link", name="Изтегляне на файл PO")).to_be_visible()
    words = translation_editor.locator(".js-translation-editor").locator("button, a, .w-sr-only").all_text_contents()
    assert [text for text in words if text.strip().startswith(ENGLISH)] == []
