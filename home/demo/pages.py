"""The pages of the demonstration: created in the source language, then translated."""

import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page

from blog.models import BlogIndexPage, BlogPage
from home.demo.body import Targets, stream
from home.demo.keys import stable_id
from home.demo.texts import in_language
from home.demo.translations import translate
from home.models import FormPage, HomePage, StandardPage

MODELS = {
    "home": HomePage,
    "standard": StandardPage,
    "form": FormPage,
    "news-index": BlogIndexPage,
    "post": BlogPage,
}


class PageWriter:
    """Writes the demonstration's pages. Those that exist already, whatever became of them, are left alone."""

    def __init__(self, entries, *, root, images, people, terms, topics):
        self.entries, self.root = entries, root
        self.images, self.people, self.terms, self.topics = images, people, terms, topics
        self.pages = {}
        self.language = settings.LANGUAGE_CODE

    def write(self, tell):
        """Create what is missing; `tell(key)` is called for each page written. Return all pages by key."""
        missing = [key for key in self.entries if not self._find(key)]
        for key in missing:  # first all of them as drafts, so that texts can link to any
            self._create_draft(key)
        for key in missing:
            self._publish(key)
            tell(key)
        for key in missing:
            if self.entries[key].get("translate", True):
                self._translate(key)
        return self.pages

    def _find(self, key):
        page = Page.objects.filter(
            translation_key=stable_id("page", key), locale__language_code=self.language
        ).first()
        if page:
            self.pages[key] = page.specific
        return page

    def _create_draft(self, key):
        entry = self.entries[key]
        texts = in_language(entry, self.language)
        page = MODELS[entry["kind"]](
            title=texts["title"],
            slug=texts["slug"],
            locale=Locale.objects.get(language_code=self.language),
            translation_key=stable_id("page", key),
            live=False,
            **self._facts(entry),
        )
        parent = self.pages[entry["parent"]] if entry.get("parent") else self.root
        parent.add_child(instance=page)
        self.pages[key] = page

    def _facts(self, entry):
        if entry["kind"] != "post":
            return {}
        return {
            "date": entry["date"],
            "image": self.images.get(entry.get("illustration")),
            "theme": self.terms.get(entry.get("theme")),
        }

    def _publish(self, key):
        entry, page = self.entries[key], self.pages[key]
        self._set_texts(page, key, self.language)
        if entry["kind"] == "post":
            page.topics.set([self.topics[slug] for slug in entry.get("topics", [])])
            for number, author in enumerate(entry.get("authors", [])):
                page.author_links.add(page.author_links.model(person=self.people[author], sort_order=number))
            for number, other in enumerate(entry.get("related", [])):
                page.related_links.add(page.related_links.model(post=self.pages[other], sort_order=number))
        page.save_revision().publish()
        if moment := entry.get("date"):
            moment = timezone.make_aware(datetime.datetime.combine(moment, datetime.time(9, 30)))
            Page.objects.filter(pk=page.pk).update(first_published_at=moment)

    def _set_texts(self, page, key, language):
        texts = in_language(self.entries[key], language)
        targets = Targets(self.pages, self.images)
        page.title, page.slug = texts["title"], texts["slug"]
        page.search_description = texts.get("search_description", "")
        page.lead = texts.get("lead", "")
        page.body = page._meta.get_field("body").stream_block.to_python(stream(texts.get("body", []), targets, key))
        return texts

    def _translate(self, key):
        source = self.pages[key]
        for language in dict(settings.LANGUAGES):
            if language != self.language and language in self.entries[key]["title"]:
                twin = type(source).objects.get(pk=source.pk)
                self._set_texts(twin, key, language)
                translate(source, twin, language)
