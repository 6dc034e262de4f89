"""Forms of the admin's area "Newsletters"."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from newsletters.forms import language_choices
from newsletters.importing.reading import LARGEST_FILE
from newsletters.models import MailingList

MEGABYTE = 1024 * 1024


class MailingListForm(WagtailAdminModelForm):
    default_language = forms.ChoiceField(
        label=_("Default language"),
        choices=language_choices,
        help_text=_("An issue that isn’t translated goes out in this language."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["slug"].disabled = True


class SubscriberForm(WagtailAdminModelForm):
    """What staff may change: never the address, which its owner has proven, nor what they subscribed to."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices)


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV (UTF-8) or XLSX. The first line names the columns: email, source and consent_date; if you like also "
            "first_name, language and lists (with semicolons between them)."
        ),
    )
    mailing_list = forms.ModelChoiceField(
        label=_("List of rows that name none"), queryset=MailingList.objects.all(), empty_label=None
    )
    language = forms.ChoiceField(label=_("Language of rows that name none"), choices=language_choices)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("The file is larger than %(limit)d MB."), params={"limit": LARGEST_FILE // MEGABYTE}
            )
        return file
