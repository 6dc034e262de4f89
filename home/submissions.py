"""The list of what readers sent, for editors."""

from collections import OrderedDict

from wagtail.contrib.forms.views import SubmissionsListView

from core.spreadsheets import harmless


class SubmissionsView(SubmissionsListView):
    """Wagtail's list, whose exports contain no formulas."""

    def to_row_dict(self, item):
        return OrderedDict((name, _cell(value)) for name, value in super().to_row_dict(item).items())


def _cell(value):
    return harmless(value) if isinstance(value, str) else value
