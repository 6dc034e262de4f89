"""News in tests: an index, posts, and a way to have very many of them."""

import datetime
import json
import uuid

import factory
from django.db import connection
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPage, BlogPageTopic
from tests.core.factories import PageFactory


class BlogIndexPageFactory(PageFactory):
    class Meta:
        model = BlogIndexPage

    title = "Новини"
    slug = "novini"


class BlogPageFactory(PageFactory):
    """A published post. `topics` and `authors` are lists of objects, in their order."""

    class Meta:
        model = BlogPage

    title = factory.Sequence(lambda number: f"Новина {number}")
    slug = factory.Sequence(lambda number: f"novina-{number}")
    date = datetime.date(2026, 11, 20)
    lead = factory.LazyAttribute(lambda post: f"{post.title} накратко.")
    body = factory.LazyFunction(lambda: json.dumps([{"type": "text", "value": "<p>Текст на новината.</p>"}]))

    @classmethod
    def _create(cls, model_class, *args, topics=(), authors=(), **kwargs):
        post = super()._create(model_class, *args, **kwargs)
        if topics or authors:
            post.topics.set(topics)
            for place, person in enumerate(authors):
                post.author_links.add(post.author_links.model(person=person, sort_order=place))
            post.save_revision(clean=False)
            post.save(clean=False)
        return post


def insert_posts(index, number, *, topics=(), newest=datetime.date(2025, 12, 31), **facts):
    """Put `number` posts under `index`, one a day going back from `newest`, each about one of `topics` in turn.

    Copies of one post, written past the ORM: ten thousand take a second. They have no revisions and no place in the
    search index.
    """
    first = BlogPageFactory(parent=index, date=newest, topics=topics[:1], **facts)
    parent = Page.objects.get(pk=index.pk)
    paths = [Page._get_path(parent.path, parent.depth + 1, parent.numchild + place) for place in range(1, number)]
    _insert(Page, first.page_ptr, ({"path": path} | _address(parent, path) for path in paths), leave_out="id")
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(paths))
    copies = Page.objects.child_of(parent).filter(path__gt=first.path).order_by("path")
    pages = list(copies.values_list("pk", flat=True))
    days = (newest - datetime.timedelta(days=place) for place in range(1, number))
    _insert(BlogPage, first, ({"page_ptr": page, "date": day} for page, day in zip(pages, days, strict=True)))
    if topics:
        about = [topics[place % len(topics)].pk for place in range(1, number)]
        link = BlogPageTopic.objects.get(content_object=first)
        rows = ({"content_object": page, "tag": topic} for page, topic in zip(pages, about, strict=True))
        _insert(BlogPageTopic, link, rows, leave_out="id")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as it does by itself within a minute


def _address(parent, path):
    slug = f"novina-nomer-{path[-4:].lower()}"
    return {"slug": slug, "url_path": f"{parent.url_path}{slug}/", "translation_key": uuid.uuid4()}


def _insert(model, original, rows, leave_out=""):
    """A copy of the row of `original` for each of `rows`, which names the fields that differ."""
    fields = [field for field in model._meta.local_concrete_fields if field.name != leave_out]
    alike = {field.name: field.get_db_prep_save(field.value_from_object(original), connection) for field in fields}
    name = connection.ops.quote_name
    columns, marks = ", ".join(name(field.column) for field in fields), ", ".join(["%s"] * len(fields))
    differing = None
    values = []
    for row in rows:
        differing = differing or [field for field in fields if field.name in row]
        new = {field.name: field.get_db_prep_save(row[field.name], connection) for field in differing}
        values.append([(alike | new)[field.name] for field in fields])
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {name(model._meta.db_table)} ({columns}) VALUES ({marks})", values)  # noqa: S608 - names of ours
