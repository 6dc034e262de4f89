"""Newsletters in search: lists lead to where one subscribes, issues to the archive."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from newsletters.issues.placeholders import for_everybody
from newsletters.models import MailingList, NewsletterIndexPage, NewsletterPage
from search.pages import PageSource, body_text
from search.sources import Findable, Shown, Source, Text


class ListSource(Source):
    kind = "newsletter"
    label = _("Newsletters")
    singular = pgettext_lazy("one thing found", "Newsletter")

    def findables(self, object_ids):
        for mailing_list in MailingList.objects.public().filter(pk__in=object_ids):
            yield _findable(mailing_list)

    def batches(self, size):
        ids = [str(pk) for pk in MailingList.objects.public().values_list("pk", flat=True)]
        yield from (ids[start : start + size] for start in range(0, len(ids), size))

    def having(self, thing):
        return ()


class IssueSource(PageSource):
    kind = "issue"
    label = _("Newsletter issues")
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


def _findable(mailing_list):
    names, said = mailing_list.labels, mailing_list.description
    texts = {code: Text(code, name, said.get(code, "")) for code, name in names.items()}
    shown = {}
    for code in dict(settings.LANGUAGES):
        with override(code):
            shown[code] = Shown(texts[names.language(code)], reverse("newsletters"), mailing_list.pk)
    return Findable(object_id=str(mailing_list.pk), shown=shown, texts=tuple(texts.values()))
