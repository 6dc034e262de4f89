"""Pages of a list, as readers ask for them in addresses."""

from django.core.paginator import Paginator

LONGEST_NUMBER = 6
AROUND = 2  # numbers beside that of the page that is shown


class CountedPaginator(Paginator):
    """Pages of a list whose length is known already, so that it isn't counted again."""

    def __init__(self, rows, per_page, total):
        super().__init__(rows, per_page)
        self.count = total


def page_number(text):
    """The number that `?page=` gives (1 without it), or None for anything that is not the plain form of one."""
    if text is None:
        return 1
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and not text.startswith("0")
    return int(text) if plain else None


def pages_around(number, last):
    """The numbers that lead from page `number` to others: its neighbours, the first, the last; None for gaps."""
    shown = {1, last, *range(number - AROUND, number + AROUND + 1)} & set(range(1, last + 1))
    before = 0
    for page in sorted(shown):
        if page > before + 1:
            yield None
        yield page
        before = page
