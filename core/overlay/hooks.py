"""What the overlay adds to the admin's pages."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_editor_js")
def translation_editor_words():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/translation-editor.js"))
