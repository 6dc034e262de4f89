"""Forms of the admin's import pages."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.validators import without_hidden_characters
from directory.importing.cleaning.languages import as_tag
from directory.importing.mapping import Mapping
from directory.importing.reading import examine
from directory.importing.reasons import FileRefused
from directory.importing.targets import HINTS, NEEDED, PER_LANGUAGE, Target
from directory.models import ImportRow, ImportRun

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 50 * MEGABYTE
_LANGUAGE = re.compile(r"[:_\-. ]([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$")


class UploadForm(forms.ModelForm):
    """A file that was read to its end; `facts` says what it is."""

    file = forms.FileField(label=_("File"), help_text=_("CSV or GeoJSON in UTF-8, at most 50 MB."))

    class Meta:
        model = ImportRun
        fields = ["source", "file"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise ValidationError(str(FileRefused("large_file", limit=LARGEST_UPLOAD // MEGABYTE)), code="large")
        try:
            self.facts = examine(file)
        except FileRefused as error:
            raise ValidationError(str(error), code=error.code) from error
        file.name = without_hidden_characters(file.name)
        return file


class MappingForm(forms.Form):
    """What each column of a file is brought into."""

    publish = forms.BooleanField(
        label=_("Publish what is imported"),
        required=False,
        help_text=_("Else the entries become drafts, which nobody but editors sees."),
    )
    separator = forms.CharField(
        label=_("Between several values in one cell stands"), max_length=3, initial=";", strip=False
    )
    language = forms.CharField(
        label=_("Language of texts whose column names none"),
        max_length=12,
        required=False,
        help_text=_("A code such as “bg”. Left empty, it is told from each text."),
    )

    def __init__(self, *args, run, mapping, **kwargs):
        self._base, self._columns = mapping, dict(enumerate(run.columns))
        kwargs["initial"] = {"publish": run.publish, "separator": mapping.separator, "language": mapping.language}
        super().__init__(*args, **kwargs)
        for number, column in self._columns.items():
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=column, required=False, choices=_choices(column), initial=_chosen(mapping, column)
            )

    def columns(self):
        """The bound fields of columns; others stand above them."""
        return [self[f"column_{number}"] for number in self._columns]

    def options(self):
        return [self[name] for name in ("publish", "separator", "language")]

    def clean_language(self):
        given = self.cleaned_data["language"]
        if given and not as_tag(given):
            raise ValidationError(_("This is no code of a language."), code="language")
        return as_tag(given)

    def clean(self):
        cleaned = super().clean()
        targets = {self._columns[number]: cleaned.get(f"column_{number}") for number in self._columns}
        targets = {column: target for column, target in targets.items() if target}
        for needed in NEEDED:
            if needed.value not in targets.values():
                raise ValidationError(str(FileRefused("column_missing", field=str(needed.label))), code="missing")
        # Of several columns for one target the first counts: the mapping's order before the file's.
        order = self._base.order
        ordered = sorted(targets, key=lambda column: order.get(column, len(order)))
        changes = {
            "columns": {column: targets[column] for column in ordered},
            "separator": cleaned.get("separator") or ";",
            "language": cleaned.get("language", ""),
        }
        self.mapping = Mapping.from_json(self._base.as_json() | changes).as_json()
        return cleaned


class RowFilterForm(forms.Form):
    """Which rows of a report are looked at."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), required=False, choices=[("", _("All")), *ImportRow.Outcome.choices]
    )
    problems = forms.ChoiceField(
        label=_("Problems"),
        required=False,
        choices=[
            ("", _("All")),
            ("some", _("With problems")),
            ("possible", _("Possible duplicates")),
            ("likely", _("Likely duplicates")),
        ],
    )

    def filter(self, rows):
        """Those of `rows` that were chosen; what nobody could choose counts as nothing."""
        self.full_clean()
        outcome, problems = (self.cleaned_data.get(name, "") for name in ("outcome", "problems"))
        if outcome:
            rows = rows.filter(outcome=outcome)
        if problems == "some":
            return rows.exclude(problems=[])
        if problems == "possible":
            return rows.exclude(likeness="")
        return rows.filter(likeness=problems) if problems else rows


def _choices(column):
    found = _LANGUAGE.search(column)
    languages = [*dict(settings.LANGUAGES), *([as_tag(found[1])] if found else [])]
    choices = [("", _("(not imported)"))]
    for target in Target:
        hint = f" · {HINTS[target]}" if target in HINTS else ""
        choices.append((target.value, f"{target.label}{hint}"))
        if target in PER_LANGUAGE:
            choices += [
                (f"{target.value}:{code}", f"{target.label} ({code}){hint}")
                for code in dict.fromkeys(languages)
                if code
            ]
    return choices


def _chosen(mapping, column):
    found = mapping.target_of(column)
    return ":".join(filter(None, [found[0].value, found[1]])) if found else ""
