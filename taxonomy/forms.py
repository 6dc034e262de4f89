"""The form of a merge, and the field that topics are written in on pages."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.tags import TagField

from taxonomy.models import Topic
from taxonomy.widgets import TopicWidget


class MergeForm(forms.Form):
    sources = forms.ModelMultipleChoiceField(
        label=_("Topics to merge"),
        queryset=Topic.objects.none(),
        widget=forms.SelectMultiple(attrs={"size": 12}),
        help_text=_("They disappear; what has them gets the other topic instead."),
    )
    target = forms.ModelChoiceField(label=_("Topic that stays"), queryset=Topic.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = Topic.objects.all()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("target") in (cleaned.get("sources") or []):
            raise ValidationError(_("A topic can't be merged into itself."), code="same")
        return cleaned


class TopicField(TagField):
    """Knows a topic by its label in any language, so that editors in English find the Bulgarian one, and none twice."""

    widget = TopicWidget

    def clean(self, value):
        names = super().clean(value)
        known = (Topic.objects.labelled(name).first() for name in names)
        return list(dict.fromkeys(topic.name if topic else name for topic, name in zip(known, names, strict=True)))
