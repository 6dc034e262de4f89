"""Counts how often readers were given pages, without anything about who they are.

Counted are answers that carry a page, kept or made anew, to readers who aren't signed in. Not counted are programs that
name themselves, browsers that fetch ahead or ask with HEAD, previews, editors who are signed in, and who is told that
the page their browser still has is the same (304): that one has it already, so the numbers are nearer to readers.
"""

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from core.counting import Notebook, is_a_reader
from core.models.page_views import PageViews

# Pages, not addresses, are counted: there are no more of them than there are pages.
MOST_NOTED = 10_000


def record(noted):
    """Add to what was counted, with one UPDATE a page: {id of a page: Counter of "views"}."""
    with transaction.atomic():
        # In one order, so that two processes never wait for each other.
        for page, numbers in sorted(noted.items()):
            if not _add(page, numbers["views"]) and Page.objects.filter(pk=page).exists():
                # Another process may be doing the same at this moment.
                PageViews.objects.bulk_create([PageViews(page_id=page)], ignore_conflicts=True)
                _add(page, numbers["views"])


def _add(page, views):
    return PageViews.objects.filter(page_id=page).update(views=F("views") + views)


# Its keys are ids of pages.
notebook = Notebook(record, most=MOST_NOTED)


def count_view(page, request, response):
    """Count that a reader is given `page` (its id, or None for what isn't counted) with this `response`."""
    if page is not None and response.status_code == 200 and is_a_reader(request):
        notebook.note(page, views=1)


def views_of(pages):
    """{id: how often readers were given it} of these pages, up to the last minute."""
    counted = dict(PageViews.objects.filter(page__in=pages).values_list("page_id", "views"))
    return {page.pk: counted.get(page.pk, 0) for page in pages}
