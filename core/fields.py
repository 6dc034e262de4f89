"""Short texts that exist once per language: a label, a role, an alternative text."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _


class PerLanguage(dict):
    """Texts by language code. `str()` is the text for the reader, never empty while any language has one."""

    def language(self, code=None):
        """The language whose text a reader of `code` (default: the active language) gets, or None."""
        order = [code or get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]
        return next((candidate for candidate in order if self.get(candidate)), None)

    def text(self, code=None):
        """The text for a reader of `code`: their own language, else the source language, else any."""
        return self.get(self.language(code), "")

    def __str__(self):
        return self.text()


class PerLanguageWidget(forms.MultiWidget):
    """One input a language, side by side, each marked with its language."""

    template_name = "core/widgets/per_language.html"

    def __init__(self, widget=forms.TextInput, attrs=None):
        self.codes = [code for code, _name in settings.LANGUAGES]
        super().__init__(
            {code: widget({"lang": code, "aria-label": str(name)}) for code, name in settings.LANGUAGES}, attrs
        )

    def decompress(self, value):
        return [(value or {}).get(code, "") for code in self.codes]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for subwidget, (code, label) in zip(context["widget"]["subwidgets"], settings.LANGUAGES, strict=True):
            subwidget |= {"language": code, "language_name": label}
        return context


class PerLanguageFormField(forms.MultiValueField):
    """Cleans to a `PerLanguage`. The source language must be filled unless the field is optional."""

    def __init__(self, *, max_length=None, widget=None, required=True, **kwargs):
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        text_widget = widget if isinstance(widget, type) and issubclass(widget, forms.Widget) else forms.TextInput
        super().__init__(
            [forms.CharField(max_length=max_length, required=False) for _code in settings.LANGUAGES],
            widget=PerLanguageWidget(text_widget),
            require_all_fields=False,
            required=required,
            **kwargs,
        )

    def compress(self, data_list):
        codes = dict(settings.LANGUAGES)
        return PerLanguage({code: text for code, text in zip(codes, data_list, strict=False) if text})

    def clean(self, value):
        texts = super().clean(value) or PerLanguage()
        if self.required and not texts.get(settings.LANGUAGE_CODE):
            name = gettext(dict(settings.LANGUAGES)[settings.LANGUAGE_CODE])
            raise ValidationError(_("Fill in at least: %(language)s."), params={"language": name}, code="required")
        return texts

    def has_changed(self, initial, data):
        return dict(initial or {}) != dict(self.compress(data or []))


class PerLanguageField(models.JSONField):
    """A short text per language in one column, so that a third language needs no migration.

    `max_length` bounds each text; `multiline` gives editors a text area.
    """

    def __init__(self, *args, max_length=255, multiline=False, **kwargs):
        self.text_length, self.multiline = max_length, multiline
        kwargs.setdefault("default", PerLanguage)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.text_length != 255:
            kwargs["max_length"] = self.text_length
        if self.multiline:
            kwargs["multiline"] = True
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return PerLanguage(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value):
        return PerLanguage(value or {})

    def formfield(self, **kwargs):
        widget = forms.Textarea if self.multiline else forms.TextInput
        return super().formfield(
            form_class=PerLanguageFormField, **{**kwargs, "max_length": self.text_length, "widget": widget}
        )

    def validate(self, value, model_instance):
        super().validate(dict(value), model_instance)
        long = [code for code, text in value.items() if len(text) > self.text_length]
        if long:
            raise ValidationError(
                _("Too long in %(languages)s: at most %(limit)d characters."),
                params={"languages": ", ".join(long), "limit": self.text_length},
                code="max_length",
            )
