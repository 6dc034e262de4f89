"""Fills a site with generated news and its indexes with them; prints what that cost as JSON.

Usage: DJANGO_SETTINGS_MODULE=… python -m benchmarks.filling_search OBJECTS STOCK_ROWS
"""

import datetime
import itertools
import json
import random
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.db import connection, transaction

from benchmarks.asking import calibrate, milliseconds
from benchmarks.generating import Language

# Of four news so many are in Bulgarian. Each is a document for the readers of both languages.
BULGARIAN = 3
PROFILES = 2000
BATCH = 1000
NEWEST = datetime.date(2026, 11, 20)
DAYS = 3000
SAVES = 30


def main(objects, stock):
    django.setup()
    results = {"calibration": milliseconds(calibrate, 20)}
    news = add_news(objects)
    add_profiles()
    results["rates"] = {
        "news written": rate(lambda: write_all("post")),
        "profiles written": rate(lambda: write_all("profile")),
        "rows indexed": rate(index_anew),
        "words counted": rate(count_all_words),
        "stock, of news": rate(lambda: index_in_stock(news[:stock])),
    }
    results |= {"index_mb": size_of_index(), "saves": saves(news)}
    print(json.dumps(results))


def add_news(number):
    """See that there are `number` news; returns the ids of the new ones."""
    from blog.models import BlogIndexPage, BlogPage
    from tests.blog.factories import insert_posts

    missing = number - BlogPage.objects.count()
    for code, part in (("bg", missing * BULGARIAN // 4), ("en", missing - missing * BULGARIAN // 4)):
        index = BlogIndexPage.objects.get(locale__language_code=code)
        last = BlogPage.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        insert_posts(index, part, slug=f"generated-{number}", locale=index.locale)
        fill(code, list(BlogPage.objects.filter(pk__gt=last).values_list("pk", flat=True)))
    return list(BlogPage.objects.order_by("-pk").values_list("pk", flat=True)[:missing])


def fill(code, ids):
    """Give news their own words, days, themes and topics."""
    from wagtail.models import Page

    from blog.models import BlogPage, BlogPageTopic
    from taxonomy.models import Term, Topic, Vocabulary

    language, dice = Language(code), random.Random(code)  # noqa: S311 (nothing secret)
    themes, topics = list(Term.objects.of(Vocabulary.THEMES)), list(Topic.objects.all())
    for batch in batches(ids):
        texts = [(pk, language.text(pk)) for pk in batch]
        update(Page, ["title", "draft_title"], [(text.title, text.title, pk) for pk, text in texts])
        bodies = [(pk, text, json.dumps([{"type": "text", "value": f"<p>{text.text}</p>"}])) for pk, text in texts]
        facts = [(dice.choice(themes).pk, NEWEST - datetime.timedelta(dice.randrange(DAYS))) for _pk in batch]
        update(
            BlogPage,
            ["lead", "body", "theme_id", "date"],
            [(text.lead, body, *of, pk) for (pk, text, body), of in zip(bodies, facts, strict=True)],
        )
        BlogPageTopic.objects.bulk_create(
            BlogPageTopic(content_object_id=pk, tag=topic)
            for pk in batch
            for topic in dice.sample(topics, dice.randint(0, min(3, len(topics))))
        )


@transaction.atomic
def update(model, columns, rows):
    fields = ", ".join(f"{column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {model._meta.db_table} SET {fields} WHERE {model._meta.pk.column} = %s",  # noqa: S608 (names of ours)
            rows,
        )


def batches(ids):
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def rate(work):
    """How many of what `work` gives the number of are done a second: by the clock, and of CPU time."""
    started, worked = time.perf_counter(), time.process_time()
    number = work()
    return [number / (time.perf_counter() - started), number / (time.process_time() - worked)]


def write_all(kind):
    """Write documents from what the site says to rows with their keys; returns how many."""
    from search import writing
    from search.models import SearchDocument

    for _count in writing.write_all(kind):
        pass
    return SearchDocument.objects.filter(kind=kind).count()


def add_profiles():
    from home.demo.large import LargeDirectory
    from taxonomy.services import load_topics

    load_topics()
    LargeDirectory().grow(PROFILES)


def index_anew():
    """Bring all rows into an index that takes the place of the one before; returns how many."""
    from search.engines.current import embedded_engine
    from search.models import SearchDocument
    from search.rebuilding import rebuild

    rebuild(embedded_engine())
    return SearchDocument.objects.count()


def count_all_words():
    from search.models import SearchDocument
    from search.words import count_words

    count_words()
    return SearchDocument.objects.count()


def index_in_stock(ids):
    """Bring news into Wagtail's own index; returns how many."""
    from wagtail.search.backends import get_search_backend

    from blog.models import BlogPage

    index = get_search_backend().get_index_for_model(BlogPage)
    for batch in batches(ids):
        index.add_items(BlogPage, list(BlogPage.objects.filter(pk__in=batch)))
    return len(ids)


def size_of_index():
    files = (file for file in Path(settings.SEARCH_INDEX_DIR).rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in files) / 1e6


def saves(ids):
    """CPU ms that a save pays for search, each in a transaction of its own; and until the index has it."""
    from blog.models import BlogPage
    from search.engines.current import embedded_engine
    from search.following import Following
    from search.writing import objects_changed

    keys = itertools.cycle(BlogPage.objects.filter(pk__in=ids[:1000]).values_list("translation_key", flat=True))
    following = Following(embedded_engine())
    following.catch_up()
    added = milliseconds(lambda: objects_changed("post", [next(keys)]), SAVES)
    following.catch_up()
    objects_changed("post", [next(keys)])
    started = time.perf_counter()
    following.catch_up()
    return {"added_ms": added, "found_after_ms": (time.perf_counter() - started) * 1000}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
