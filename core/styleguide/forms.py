"""A form with every kind of field and something wrong in it."""

from django import forms


class SampleForm(forms.Form):
    email = forms.EmailField(
        label="Имейл",
        help_text="Ще потвърдите промяната от писмо до този адрес.",
        error_messages={"invalid": "Липсва знакът @. Например: ime@example.org"},
    )
    place = forms.ChoiceField(label="Място", choices=[("sofia", "София"), ("ruse", "Русе")])
    story = forms.CharField(label="Разкажете ни", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    often = forms.ChoiceField(
        label="Колко често",
        choices=[("month", "Веднъж месечно"), ("week", "Всяка седмица")],
        widget=forms.RadioSelect,
        error_messages={"required": "Изберете едно от двете."},
    )
    themes = forms.MultipleChoiceField(
        label="Теми",
        required=False,
        choices=[("climate", "Климатични промени"), ("education", "Качество и достъп до образование")],
        widget=forms.CheckboxSelectMultiple,
    )
    consent = forms.BooleanField(label="Съгласен съм адресът ми да се пази до отписване.")


def form_with_errors(prefix):
    """A bound, invalid `SampleForm` whose ids begin with `prefix`."""
    data = {"email": "maria.example.org", "place": "ruse", "themes": ["climate"], "consent": "on"}
    form = SampleForm(data, auto_id=f"{prefix}-%s")
    form.full_clean()
    return form
