"""Forms that readers see: what is wrong with which field is told to assistive technology, too."""

from django import forms

from core.protection import ProtectedForm

# What browsers may fill in by themselves (WCAG 1.3.5), by the name or else the type of a field.
AUTOCOMPLETE = {
    "name": "name",
    "first_name": "given-name",
    "email": "email",
    "organisation": "organization",
    "phone": "tel",
    "url": "url",
}


class ReaderFormMixin:
    """Dresses the inputs, and lists the failures for a summary above the form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for name, field in self.fields.items():
            _dress(name, field)

    @property
    def visible(self):
        """The fields that readers fill in."""
        return [self[name] for name in self.fields if name not in self.guards]

    @property
    def failures(self):
        """(message, id of the input to go to or "") for the summary above the form."""
        found = [(message, "") for message in self.non_field_errors()]
        for field in self.visible:
            target = f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
            found += [(f"{field.label}: {message}", target) for message in field.errors]
        return found


class ReaderForm(ReaderFormMixin, forms.Form):
    """A form that needs no protection of its own."""

    guards = ()


class ProtectedReaderForm(ReaderFormMixin, ProtectedForm):
    """A form that anybody may post, from a page that is the same for everybody."""


def _dress(name, field):
    widget = field.widget
    if isinstance(widget, (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return
    widget.attrs.setdefault("class", "select" if isinstance(widget, forms.Select) else "input")
    kind = "email" if isinstance(field, forms.EmailField) else name
    if kind in AUTOCOMPLETE:
        widget.attrs.setdefault("autocomplete", AUTOCOMPLETE[kind])
