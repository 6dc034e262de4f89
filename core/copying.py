"""The form with which editors copy a page."""

from wagtail.admin.forms.pages import CopyForm

from core.widgets import SlugInput


class PageCopyForm(CopyForm):
    """Proposes the copy's address by the official transliteration, too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_slug"].widget = SlugInput(locale=self.page.locale)
