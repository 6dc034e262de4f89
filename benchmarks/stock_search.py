"""Wagtail's search as it comes, asked the same of the same news."""

import time
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

FACETS = ("theme_id", "locale_id", "content_type_id")
PAGE = 20


def ask_stock(texts, seconds):
    """{what: times in ms}, one for each text; what takes longer than `seconds` is cut off, and counts as so long."""
    return {
        "ids": [timed(lambda text=text: ids(text), seconds) for text in texts],
        "ids with three facets": [timed(lambda text=text: [*ids(text), *facets(text)], seconds) for text in texts],
        "typeahead": [timed(lambda text=text: suggestions(text[:4]), seconds) for text in texts],
    }


def ids(text):
    return [post.pk for post in _found(text)[:PAGE]]


def facets(text):
    return [_found(text).facet(name) for name in FACETS]


def suggestions(text):
    from blog.models import BlogPage

    return list(BlogPage.objects.live().autocomplete(text)[:PAGE])


def timed(work, seconds):
    started = time.perf_counter()
    with cut_off(seconds):
        work()
    return (time.perf_counter() - started) * 1000


@contextmanager
def cut_off(seconds):
    """End what the database does after so many seconds."""
    ending = _in_postgresql if connection.vendor == "postgresql" else _in_sqlite
    until = time.monotonic() + seconds
    try:
        with ending(seconds):
            yield
    except DatabaseError:
        if time.monotonic() < until:
            raise


@contextmanager
def _in_postgresql(seconds):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        yield


@contextmanager
def _in_sqlite(seconds):
    connection.ensure_connection()
    until = time.monotonic() + seconds
    connection.connection.set_progress_handler(lambda: time.monotonic() > until, 100_000)
    try:
        yield
    finally:
        connection.connection.set_progress_handler(None, 0)


def _found(text):
    from blog.models import BlogPage

    return BlogPage.objects.live().search(text, operator="and")
