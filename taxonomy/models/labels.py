"""Labels that nobody else may have."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.models.labelled import fold


def refuse_taken_labels(row, rivals):
    """Raise unless each label of `row` is, capitals or not, unique in its language among `rivals`."""
    for code, text in row.labels.items():
        for rival in rivals.labelled(text).exclude(pk=row.pk):
            if fold(rival.labels.get(code, "")) == fold(text):
                raise ValidationError(
                    {"labels": ValidationError(_("“%(label)s” exists already."), params={"label": text}, code="unique")}
                )
