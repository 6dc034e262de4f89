"""Labels that the packages leave to be made up from names in the code, where no catalogue reaches them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth, choosers, workflows
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page
from wagtail_localize import models as localize_models
from wagtail_localize.views import edit_translation
from wagtail_localize.views.report import TranslationsReportFilterSet

# Delete a line when the package labels the field itself; a test tells.
FIELDS = {
    auth.LoginForm: {"password": _("Password")},
    choosers.ExternalLinkChooserForm: {"link_text": _("Link text")},
    choosers.AnchorLinkChooserForm: {"link_text": _("Link text")},
    choosers.EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "link_text": _("Link text"),
        "subject": _("Subject"),
        "body": _("Message"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": _("Link text")},
    workflows.WorkflowPageForm: {"page": _("Page")},
    workflows.WorkflowContentTypeForm: {"content_types": _("Kinds of content")},
}
FILTERS = {"source_locale": _("Source language"), "target_locale": _("Language of the translation")}

# Of wagtail-localize, whose own has the month's name from Python, which only knows English.
DATE_FORMAT = "%d.%m.%Y"


def label_what_packages_leave_unlabelled():
    """Give the forms and listings of the packages labels that can be translated."""
    for form, labels in FIELDS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    for name, label in FILTERS.items():
        TranslationsReportFilterSet.base_filters[name].label = label
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural
    localize_models.DATE_FORMAT = edit_translation.DATE_FORMAT = DATE_FORMAT
