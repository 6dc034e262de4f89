"""Labels of rows that come from files."""

from core.models.labelled import derived_columns


def fill_labels(row, labels):
    """Give `row` those of `labels` whose language it lacks and say whether there were any; it isn't saved."""
    missing = {code: label for code, label in labels.items() if not row.labels.get(code)}
    if missing:
        row.labels = {**row.labels, **missing}
        for column, value in derived_columns(row.labels).items():
            setattr(row, column, value)
    return bool(missing)
