"""The part of a profile's form that has a name, a summary and a story for each language."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import formfield_for_dbfield

from core.languages.names import language_name
from core.validators import no_hidden_characters, no_mixed_alphabets
from directory.models import ProfileText
from directory.plain import plain_text
from directory.translations import fell_behind, original_digest

PARTS = ("name", "summary", "story")
CONFIRMS = "confirms"
# As Wagtail's titles do: the browser writes the slug along while nobody has published it or written another.
PROPOSES_SLUG = {
    "data-controller": "w-sync",
    "data-action": "focus->w-sync#check blur->w-sync#apply change->w-sync#apply keyup->w-sync#apply",
    "data-w-sync-target-value": "#id_slug",
}
RULES = (no_hidden_characters, no_mixed_alphabets)


@dataclass(frozen=True)
class Column:
    """What is written in one language: the bound fields by part; `original` and `behind` mark it."""

    language: str
    label: str
    original: bool
    behind: bool
    fields: list

    @property
    def has_errors(self):
        return any(field.errors for field in self.fields)


def codes_of(profile):
    """The languages that the form of `profile` has: those of the site, then others that it has texts in."""
    own = [profile.original_language, *(text.language for text in profile.texts.all())]
    return list(dict.fromkeys([*dict(settings.LANGUAGES), *own]))


def text_fields(profile):
    """{name: form field} with the texts of `profile` as they are."""
    texts = {text.language: text for text in profile.texts.all()}
    fields = {}
    for code in codes_of(profile):
        text = texts.get(code)
        for part in PARTS:
            field = fields[f"{part}_{code}"] = _field(part, code)
            field.initial = getattr(text, part) if text else ""
        if code == profile.original_language:
            fields[f"name_{code}"].initial = profile.name
            fields[f"name_{code}"].widget.attrs |= {} if profile.pk and profile.live else PROPOSES_SLUG
        elif text and fell_behind(profile, text):
            fields[f"{CONFIRMS}_{code}"] = forms.BooleanField(
                label=gettext_lazy("It still says what the original says"),
                help_text=gettext_lazy("Tick this where the original's change needs none here."),
                required=False,
                initial=text.confirms == original_digest(profile),
            )
    return fields


def write_texts(profile, cleaned, codes):
    """Give `profile` the names and texts written in the languages `codes`; one in which nothing is said has no text."""
    if profile.original_language in codes:
        profile.name = cleaned[f"name_{profile.original_language}"]
    known = {text.language: text for text in profile.texts.all()}
    texts = [text for text in known.values() if text.language not in codes]
    for code in codes:
        text = known.get(code) or ProfileText(language=code)
        for part in PARTS:
            setattr(text, part, cleaned.get(f"{part}_{code}", ""))
        text.story = _without_emptiness(text.story)
        if code == profile.original_language or text.name == profile.name:
            text.name = ""
        if text.name or text.says_something:
            texts.append(text)
    profile.texts = texts
    original = original_digest(profile)
    for text in texts:
        if f"{CONFIRMS}_{text.language}" in cleaned:
            text.confirms = original if cleaned[f"{CONFIRMS}_{text.language}"] else ""


def columns(form, codes, original_language):
    """The `Column`s of the languages `codes` of a bound or unbound `form`."""
    return [
        Column(
            language=code,
            label=capfirst(language_name(code)),
            original=code == original_language,
            behind=f"{CONFIRMS}_{code}" in form.fields,
            fields=[form[f"{part}_{code}"] for part in (*PARTS, CONFIRMS) if f"{part}_{code}" in form.fields],
        )
        for code in codes
    ]


def _field(part, code):
    model_field = ProfileText._meta.get_field(part)
    field = formfield_for_dbfield(model_field)
    field.required = False
    field.widget.attrs["lang"] = code
    # Those of models run with the object that has the field, and texts are checked before there is one.
    field.validators = [*field.validators, *(rule for rule in model_field.validators if rule in RULES)]
    return field


def _without_emptiness(story):
    """A story of empty paragraphs, which the editor makes, is none."""
    return story if plain_text(story) else ""
