"""Pages that explain something, in search."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from blog.models import BlogIndexPage
from home.models import FormPage, HomePage, StandardPage
from search.pages import PageSource, body_text
from search.sources import Text


class SitePageSource(PageSource):
    kind = "page"
    label = _("Pages")
    singular = pgettext_lazy("one thing found", "Page")
    models = (StandardPage, FormPage, HomePage, BlogIndexPage)

    def text(self, page):
        headline = " ".join(page.headline_lines) if isinstance(page, HomePage) else ""
        body = "" if isinstance(page, BlogIndexPage) else body_text(page.body)
        return Text(language=page.language, title=page.title, summary=page.lead, text=f"{headline}\n{body}".strip())
