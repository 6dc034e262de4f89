"""The list of what readers sent, for editors."""

from collections import OrderedDict

from wagtail.contrib.forms.views import SubmissionsListView

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class SubmissionsView(SubmissionsListView):
    """Wagtail's list, whose exports contain no formulas."""

    def to_row_dict(self, item):
        return OrderedDict((name, _harmless(value)) for name, value in super().to_row_dict(item).items())


def _harmless(value):
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
