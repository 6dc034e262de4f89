"""Counts what readers search for (docs/adr/0011-searches-are-counted-without-readers.md)."""

import re

from django.utils import timezone

from core.counting import Notebook, is_a_reader
from search.recording import record

# Of more different queries in a minute, those that came first are counted.
MOST_NOTED = 500
# An address or a number of somebody, which is nobody's business.
PERSONAL = re.compile(r"@|\d(?:[\s()/+.-]*\d){6}")

# Its keys are triples (day, language, text).
notebook = Notebook(record, most=MOST_NOTED)


def count_search(request, found):
    """Count a reader's search: the first page of one that nothing narrows, unless it's a program's or personal."""
    asked = found.asked
    if not asked.text or asked.chosen or asked.exactly or found.number > 1 or PERSONAL.search(asked.text):
        return
    if is_a_reader(request):
        failed = not found.total
        weak = not failed and all(hit.weak for hit in found.hits)
        key = (timezone.localdate(), asked.language, asked.text)
        notebook.note(key, asked=1, failed=int(failed), weak=int(weak))
