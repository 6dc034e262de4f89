"""Publishes a post of a site again and again and prints what that costs as JSON. Runs in the site's own process.

Usage: DJANGO_SETTINGS_MODULE=… python benchmarks/changing.py stock|ours PAGES
"""

import datetime
import itertools
import json
import sys
from pathlib import Path

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

# The modules beside this one are called like apps of ours. Ours come last: the other site has some that are called so.
sys.path.remove(str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[1]))

from benchmarks.asking import calibrate, milliseconds

WARM = 3
TIMES = 8
DAY = datetime.date(2026, 1, 1)


def main(kind, number):
    django.setup()
    posts = make_posts(kind, number)
    results = {"calibration": milliseconds(calibrate, 20)}
    results["cases"] = {case: measure(post) for case, post in posts.items()}
    print(json.dumps(results))


def make_posts(kind, number):
    """Posts among `number` others: one that stands alone, and one whose translation is live."""
    if kind == "ours":
        from blog.models import BlogIndexPage, BlogPage

        index = BlogIndexPage.objects.get(locale__language_code="bg")
        model, others = BlogPage, number - index.numchild
    else:
        from posts.models import Post
        from wagtail.models import Page

        model, index = Post, Page.objects.get(depth=2, locale__language_code="en")
        others = number - index.numchild
    if others > 0:
        insert(model, index, others, kind)
    alone = add(model, type(index).objects.get(pk=index.pk))
    translated = add(model, type(index).objects.get(pk=index.pk))
    translate(index, translated, kind)
    return {"alone": alone, "translated": translated}


def insert(model, index, number, kind):
    if kind == "ours":
        from tests.blog.factories import insert_posts

        insert_posts(index, number)
    else:
        for _page in range(number):
            add(model, type(index).objects.get(pk=index.pk))


_numbers = itertools.count()


def text():
    """Title, lead and body as nobody published them before."""
    number = next(_numbers)
    return {
        "title": f"Новина {number}",
        "lead": f"Въведение {number}",
        "body": json.dumps([{"type": "text", "value": f"<p>{'Текст. ' * 200}{number}</p>"}]),
    }


def add(model, parent):
    words = text()
    page = parent.add_child(instance=model(**words, slug=f"nr-{model.objects.count()}", date=DAY))
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def translate(index, page, kind):
    """Publish a translation of the page, and of the page above it where that has none."""
    from wagtail.models import Locale
    from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

    language = "en" if kind == "ours" else "bg"
    target, _created = Locale.objects.get_or_create(language_code=language)
    for original in (index, page):
        if original.get_translations().filter(locale=target).exists():
            continue
        source, _created = TranslationSource.update_or_create_from_instance(original)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=target)
        for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
            slug = segment.context.path == "slug"
            words = f"{segment.string.data}-t" if slug else f"{segment.string.data} t"
            StringTranslation.objects.create(
                translation_of=segment.string, locale=target, context=segment.context, data=words
            )
        translation.save_target(publish=True)


def publish(page):
    for name, value in text().items():
        setattr(page, name, value)
    page.save_revision().publish()


def measure(page):
    for _time in range(WARM):
        publish(page)
    with CaptureQueriesContext(connection) as captured:
        publish(page)
    return {"queries": len(captured), "ms": milliseconds(lambda: publish(page), TIMES)}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
