"""Two profiles side by side, and what is taken of which."""

from dataclasses import dataclass

from django import forms
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from core.languages.names import language_name
from directory.admin.comparison import PARTS
from directory.merging import FACTS, differences, said_by
from directory.models import Profile
from directory.plain import plain_text

LONGEST = 700  # characters of a text that are shown


@dataclass(frozen=True)
class Row:
    """One thing that profiles say; `options` are the radio buttons where both say something else."""

    label: str
    values: list
    languages: list
    options: list

    @property
    def cells(self):
        return list(zip(self.values, self.options or [None, None], self.languages, strict=True))


class MergeForm(forms.Form):
    """`decision` is what `merge_profiles` asks for."""

    def __init__(self, profiles, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.profiles = sorted(profiles, key=lambda profile: (not profile.verified, not profile.live, profile.pk))
        choices = [(str(profile.pk), str(profile)) for profile in self.profiles]
        self.keys = {_field_name(found.key): found.key for found in differences(*self.profiles)}
        for name in ("stays", *self.keys):
            self.fields[name] = forms.ChoiceField(
                label=_("Stays"), choices=choices, initial=choices[0][0], widget=forms.RadioSelect
            )

    @property
    def decision(self):
        stays = next(one for one in self.profiles if str(one.pk) == self.cleaned_data["stays"])
        goes = next(one for one in self.profiles if one != stays)
        taken = [key for name, key in self.keys.items() if self.cleaned_data[name] == str(goes.pk)]
        return {"stays": stays, "goes": goes, "taken": taken}

    @property
    def rows(self):
        """All that either says, facts first."""
        said = [said_by(profile) for profile in self.profiles]
        facts = [self._row(fact, _label(fact), [_fact(profile, fact) for profile in self.profiles]) for fact in FACTS]
        texts = [
            self._row((code, part), f"{capfirst(language_name(code))}: {label}", _texts(said, code, part), code)
            for code in dict.fromkeys([*said[0], *said[1]])
            for part, label in PARTS.items()
        ]
        return [row for row in (*facts, *texts) if any(row.values)]

    @property
    def united(self):
        """[(label, the values of each)] of what both keep."""
        many = ["other_themes", "target_groups", "innovation_types", "sdgs", "topics", "links"]
        return [
            (_label(name), [", ".join(map(str, getattr(profile, name).all())) for profile in self.profiles])
            for name in many
        ]

    def _row(self, key, label, values, language=""):
        name = _field_name(key)
        options = list(self[name]) if name in self.fields else []
        return Row(label, values, [language] * 2, options)


def _field_name(key):
    return "take_" + ("_".join(key) if isinstance(key, tuple) else key)


def _label(name):
    if name == "links":
        return _("Pages elsewhere")
    return capfirst(Profile._meta.get_field(name).verbose_name)


def _fact(profile, fact):
    if fact == "visibility":
        return profile.get_visibility_display()
    if fact == "place":
        own = [profile.latitude, profile.longitude]
        position = ", ".join(str(degrees) for degrees in own if degrees is not None)
        return " · ".join(str(part) for part in (profile.locality, profile.place, position) if part)
    return str(getattr(profile, fact) or "")


def _texts(said, code, part):
    texts = [one.get(code, {}).get(part, "") for one in said]
    return [Truncator(plain_text(text)).chars(LONGEST) for text in texts]
