"""The admin's area "Newsletters"."""

from django import forms
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from core.labelled_admin import MissingLabelFilterSet
from members.models import ConsentRecord
from newsletters import preferences
from newsletters.admin.exporting import export
from newsletters.admin.forms import MailingListForm, SubscriberForm
from newsletters.admin.importing import RehearsalView, UploadView
from newsletters.admin.issues import IssueViewSet
from newsletters.admin.listing import ListIndexView, SubscriberFilterSet, SubscriberIndexView
from newsletters.models import MailingList, Subscriber


class ListFilterSet(MissingLabelFilterSet):
    class Meta:
        model = MailingList
        fields = []


class MailingListViewSet(ModelViewSet):
    model = MailingList
    name = url_prefix = "mailing-lists"
    menu_label = _("Lists")
    icon = "list-ul"
    index_view_class = ListIndexView
    filterset_class = ListFilterSet
    search_fields = ["search_text"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("labels"),
            FieldPanel("description"),
            FieldPanel("slug"),
            FieldPanel("default_language"),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            MultiFieldPanel(
                [FieldPanel("is_public"), FieldPanel("in_short_forms"), FieldPanel("order")],
                heading=_("Where it is offered"),
            ),
        ],
        base_form_class=MailingListForm,
    )


class SubscriberEditView(generic.EditView):
    template_name = "newsletters/admin/subscriber.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "subscriptions": self.object.subscriptions.select_related("mailing_list").prefetch_related("topics"),
            "consents": ConsentRecord.objects.about(self.object.email),
        }


class SubscriberDeleteView(generic.DeleteView):
    """Deleting erases: the proofs of consent and waiting sign-ups go too."""

    def delete_action(self):
        preferences.erase(self.object)


class SubscriberViewSet(ModelViewSet):
    """Nobody is added by hand: people come by forms, or by imports with a proof."""

    model = Subscriber
    name = url_prefix = "subscribers"
    menu_label = _("Subscribers")
    icon = "group"
    index_view_class = SubscriberIndexView
    edit_view_class = SubscriberEditView
    delete_view_class = SubscriberDeleteView
    filterset_class = SubscriberFilterSet
    search_fields = ["email", "first_name"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel("first_name"), FieldPanel("language"), FieldPanel("state")], base_form_class=SubscriberForm
    )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("import/", UploadView.as_view(), name="import"),
            path("import/<int:pk>/", RehearsalView.as_view(), name="rehearsal"),
            path("export/", export, name="export"),
        ]


class NewslettersGroup(ModelViewSetGroup):
    menu_label = _("Newsletters")
    menu_icon = "mail"
    menu_order = 160
    items = (IssueViewSet, MailingListViewSet, SubscriberViewSet)
