"""Short texts that exist once per language: a label, a role, an alternative text."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
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
    """One input a language, side by side, each marked with its language; `label` names the group of them."""

    template_name = "core/widgets/per_language.html"
    label = ""

    def __init__(self, widget=forms.TextInput, attrs=None):
        self.codes = [code for code, _name in settings.LANGUAGES]
        super().__init__({code: widget({"lang": code}) for code in self.codes}, attrs)

    def decompress(self, value):
        return [(value or {}).get(code, "") for code in self.codes]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = self.label
        names = dict(settings.LANGUAGES)
        for subwidget, code in zip(context["widget"]["subwidgets"], self.codes, strict=True):
            subwidget |= {"language": code, "language_name": names.get(code, code)}
        return context


class PerLanguageFormField(forms.MultiValueField):
    """Cleans to a `PerLanguage`. The source language must be filled unless the field is optional."""

    def __init__(self, *, max_length=None, widget=None, required=True, **kwargs):
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        text_widget = widget if isinstance(widget, type) and issubclass(widget, forms.Widget) else forms.TextInput
        self.codes = [code for code, _name in settings.LANGUAGES]
        self.max_length = max_length
        super().__init__(
            [forms.CharField(required=False) for _code in self.codes],
            widget=PerLanguageWidget(text_widget),
            require_all_fields=False,
            required=required,
            **kwargs,
        )
        self.widget.label = self.label or ""

    def compress(self, data_list):
        return PerLanguage({code: text for code, text in zip(self.codes, data_list, strict=False) if text})

    def clean(self, value):
        texts = super().clean(value) or PerLanguage()
        if self.required and not texts.get(settings.LANGUAGE_CODE):
            name = language_names([settings.LANGUAGE_CODE])
            raise ValidationError(_("Fill in at least: %(language)s."), params={"language": name}, code="required")
        refuse_long_texts(texts, self.max_length)
        return texts

    def has_changed(self, initial, data):
        return dict(initial or {}) != dict(self.compress(data or []))


def language_names(codes):
    names = dict(settings.LANGUAGES)
    return ", ".join(gettext(names.get(code, code)) for code in codes)


def refuse_long_texts(texts, limit):
    """Raise, naming the languages, when a text has more than `limit` characters."""
    long = [code for code, text in texts.items() if limit and len(text) > limit]
    if long:
        raise ValidationError(
            _("Too long: %(languages)s. At most %(limit)d characters."),
            params={"languages": language_names(long), "limit": limit},
            code="max_length",
        )


class PerLanguageAttribute(DeferredAttribute):
    """Whatever is assigned to the field is a `PerLanguage`, without the languages that have no text."""

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = PerLanguage(
            {code: text for code, text in (value or {}).items() if text}
        )


class PerLanguageField(models.JSONField):
    """A short text per language in one column, so that a third language needs no migration.

    `max_length` bounds each text; `multiline` gives editors a text area.
    """

    descriptor_class = PerLanguageAttribute

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
        found = super().from_db_value(value, expression, connection)
        # `values("labels__en")` asks for one text and comes by here, too.
        return found if isinstance(found, str) else PerLanguage(found or {})

    def to_python(self, value):
        return PerLanguage(value or {})

    def formfield(self, **kwargs):
        widget = forms.Textarea if self.multiline else forms.TextInput
        return super().formfield(
            form_class=PerLanguageFormField, **{**kwargs, "max_length": self.text_length, "widget": widget}
        )

    def validate(self, value, model_instance):
        super().validate(dict(value), model_instance)
        refuse_long_texts(value, self.text_length)
