"""The forms that readers see."""

import re

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.languages.names import endonym
from core.reader_forms import ProtectedReaderForm, ReaderForm
from newsletters.addresses import normalised
from newsletters.models import Frequency, Subscription

PURPOSE = "newsletters:subscribe"
FIRST_NAME_LENGTH = 60
ADDRESS_LIKE = re.compile(r"[/<>@]|\w\.\w")


def language_choices():
    return [(code, endonym(code)) for code in dict(settings.LANGUAGES)]


class FirstNameField(forms.CharField):
    """One line without what would be an address of the web: letters greet with it, and anybody may type it."""

    def __init__(self, **kwargs):
        super().__init__(label=_("First name"), max_length=FIRST_NAME_LENGTH, required=False, **kwargs)

    def clean(self, value):
        name = " ".join(super().clean(value).split())
        if ADDRESS_LIKE.search(name):
            raise forms.ValidationError(_("Only a name, please: it stands in the greeting."))
        return name


class AddressField(forms.EmailField):
    def __init__(self, label=None, **kwargs):
        super().__init__(label=label or _("E-mail"), max_length=254, **kwargs)

    def clean(self, value):
        return normalised(super().clean(value))


class FrequencyField(forms.TypedChoiceField):
    def __init__(self, **kwargs):
        super().__init__(
            label=_("How often"),
            choices=Frequency.choices,
            coerce=int,
            **kwargs,
        )

    def clean(self, value):
        """Short forms don't ask: then it is every issue."""
        return Frequency.EVERY_ISSUE if value in self.empty_values else super().clean(value)


class SubscribeForm(ProtectedReaderForm):
    """Subscribing. Short forms send only the address, the lists and the language; everything else has a default."""

    email = AddressField()
    first_name = FirstNameField()
    lists = forms.MultipleChoiceField(label=_("Newsletters"), widget=forms.CheckboxSelectMultiple)
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        help_text=_("If you choose none, you get everything."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    every_days = FrequencyField(widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=language_choices, widget=forms.RadioSelect)

    def __init__(self, *args, offer, **kwargs):
        initial = {"every_days": Frequency.EVERY_ISSUE, "language": get_language()}
        super().__init__(*args, purpose=PURPOSE, initial=initial, **kwargs)
        self._lists = {one.slug: one for one in offer.lists}
        self._topics = {topic.slug: topic for topic in offer.topics}
        self.fields["lists"].choices = [(slug, one) for slug, one in self._lists.items()]
        self.fields["topics"].choices = [(slug, topic) for slug, topic in self._topics.items()]
        if len(self._lists) == 1:
            self.initial["lists"] = list(self._lists)
        if not self._topics:
            del self.fields["topics"]

    def wishes(self):
        """What `signing_up.request_sign_up` is told."""
        answers = self.answers
        return answers | {
            "lists": [self._lists[slug] for slug in answers["lists"]],
            "topics": [self._topics[slug] for slug in answers.get("topics", [])],
        }


class PreferencesForm(ReaderForm):
    """All that subscribers choose, list by list: those that anybody may have, and those that they are on."""

    language = forms.ChoiceField(label=_("Language"), choices=language_choices, widget=forms.RadioSelect)
    first_name = FirstNameField()

    def __init__(self, *args, subscriber, lists, **kwargs):
        self.lists = lists
        initial = {"language": subscriber.language, "first_name": subscriber.first_name}
        super().__init__(*args, initial=initial, **kwargs)
        rows = {row.mailing_list_id: row for row in subscriber.subscriptions.prefetch_related("topics")}
        for one in lists:
            self._add(one, rows.get(one.pk))

    def _add(self, one, row):
        on = bool(row and row.state == Subscription.State.CONFIRMED)
        topics = list(one.topics.all())
        label = _("I receive it")
        self.fields[f"on_{one.pk}"] = forms.BooleanField(label=label, required=False, initial=on)
        if topics:
            self.fields[f"topics_{one.pk}"] = forms.MultipleChoiceField(
                label=_("Topics"),
                help_text=_("If you choose none, you get everything."),
                choices=[(str(topic.pk), topic) for topic in topics],
                initial=[str(topic.pk) for topic in row.topics.all()] if row else [],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        often = FrequencyField(initial=row.every_days if row else Frequency.EVERY_ISSUE)
        often.widget.attrs["class"] = "select"
        self.fields[f"often_{one.pk}"] = often

    @property
    def sections(self):
        """(list, its fields) for the template, in order."""
        return [(one, [self[name] for name in self._names(one) if name in self.fields]) for one in self.lists]

    def wishes(self):
        """What `preferences.set_preferences` is told."""
        return {one: self._wish(one) for one in self.lists}

    def _wish(self, one):
        topics = {str(topic.pk): topic for topic in one.topics.all()}
        on, chosen, often = (self.cleaned_data.get(name) for name in self._names(one))
        return bool(on), [topics[key] for key in chosen or ()], often

    @staticmethod
    def _names(one):
        return f"on_{one.pk}", f"topics_{one.pk}", f"often_{one.pk}"


class NewAddressForm(ReaderForm):
    email = AddressField(_("New e-mail"))
