"""Issues in the admin: the list of them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from newsletters.issues.selectors import states_of
from newsletters.models import NewsletterPage


class SendColumn(Column):
    """How an issue stands, with the way to where it is sent."""

    cell_template_name = "newsletters/admin/send_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"url": send_url(instance), "state": states_of([instance])[instance.translation_key]}


def send_url(page):
    return reverse("newsletters_send", args=[page.translation_key])


class IssueViewSet(PageListingViewSet):
    model = NewsletterPage
    icon = "mail"
    menu_label = _("Issues")
    menu_order = 1
    name = url_prefix = "issues"
    ordering = "-latest_revision_created_at"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("mailing_list", label=_("List"), width="16%"),
        SendColumn("sending", label=_("How it leaves"), width="14%"),
        DateColumn(
            "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at", width="12%"
        ),
        PageStatusColumn("status", label=_("Archive"), sort_key="live", width="10%"),
    ]
