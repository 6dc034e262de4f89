"""The form that readers see on a `FormPage`."""

import datetime

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from core.reader_forms import ProtectedReaderForm

LONGEST_TEXT = 10_000


class SingleLineField(forms.CharField):
    """Text in one line whatever was posted, so that it is safe in a header of a mail."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class ReaderForm(ProtectedReaderForm, BaseForm):
    """The form of a `FormPage`."""

    def __init__(self, *args, page=None, **kwargs):
        super().__init__(*args, page=page, purpose=page.form_purpose if page else "", **kwargs)

    def shown_answers(self):
        """(label, answer as text) for every field, as a person reads them."""
        return [(field.label, _as_text(self.cleaned_data.get(field.name))) for field in self.visible]


class PageFormBuilder(FormBuilder):
    """Wagtail's builder, with the house's form and inputs."""

    def get_form_class(self):
        return type("PageForm", (ReaderForm,), self.formfields)

    def create_singleline_field(self, field, options):
        return SingleLineField(max_length=255, **options)

    def create_multiline_field(self, field, options):
        return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 8}), **options)

    def create_date_field(self, field, options):
        return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)

    def create_datetime_field(self, field, options):
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        return forms.DateTimeField(widget=widget, **options)

    def create_dropdown_field(self, field, options):
        choices = self.get_formatted_field_choices(field)
        return forms.ChoiceField(choices=[("", _("Please choose")), *choices], **options)


def _as_text(value):
    if value is True or value is False:
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    if isinstance(value, datetime.datetime):
        return date_format(value, "SHORT_DATETIME_FORMAT")
    if isinstance(value, datetime.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)
