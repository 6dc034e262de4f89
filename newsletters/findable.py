"""Issues in search."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsletters.issues.placeholders import for_everybody
from newsletters.models import NewsletterIndexPage, NewsletterPage
from search.pages import PageSource, body_text
from search.sources import Text


class IssueSource(PageSource):
    kind = "newsletter"
    label = _("Newsletters")
    singular = pgettext_lazy("one thing found", "Newsletter issue")
    dated = True
    models = (NewsletterPage, NewsletterIndexPage)

    def text(self, page):
        if isinstance(page, NewsletterIndexPage):
            return Text(language=page.language, title=page.title, summary=page.lead)
        text = for_everybody(body_text(page.body), page.language)
        return Text(language=page.language, title=page.title, summary=page.summary, text=text)

    def date(self, page):
        return page.first_published_at.date() if isinstance(page, NewsletterPage) else None
