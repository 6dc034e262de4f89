"""The form of an issue."""

from wagtail.admin.forms import WagtailAdminPageForm

from newsletters.models.lists import MailingList


class IssueForm(WagtailAdminPageForm):
    """A new issue goes to the list that the last one went to, unless its editor says otherwise."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "mailing_list" in self.fields:
            self.initial["mailing_list"] = self._last_list()

    def _last_list(self):
        issues = type(self.instance).objects.exclude(mailing_list=None).order_by("-pk")
        last = issues.values_list("mailing_list", flat=True).first()
        return last or MailingList.objects.values_list("pk", flat=True).first()
