"""Newsletters in search: whoever looks for one is led to where they subscribe."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from newsletters.models import MailingList
from search.sources import Findable, Shown, Source, Text


class ListSource(Source):
    kind = "newsletter"
    label = _("Newsletters")

    def findables(self, object_ids):
        for mailing_list in MailingList.objects.public().filter(pk__in=object_ids):
            yield _findable(mailing_list)

    def batches(self, size):
        ids = [str(pk) for pk in MailingList.objects.public().values_list("pk", flat=True)]
        yield from (ids[start : start + size] for start in range(0, len(ids), size))

    def having(self, thing):
        return ()


def _findable(mailing_list):
    names, said = mailing_list.labels, mailing_list.description
    texts = {code: Text(code, name, said.get(code, "")) for code, name in names.items()}
    shown = {}
    for code in dict(settings.LANGUAGES):
        with override(code):
            shown[code] = Shown(texts[names.language(code)], reverse("newsletters"), mailing_list.pk)
    return Findable(object_id=str(mailing_list.pk), shown=shown, texts=tuple(texts.values()))
