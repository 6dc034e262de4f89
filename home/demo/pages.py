"""The pages of the demonstration: created in the source language, then translated."""

import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page

from home.demo.body import Targets
from home.demo.fill import MODELS, fill_links, fill_texts
from home.demo.keys import stable_id
from home.demo.translations import translate


class PageWriter:
    """Writes the demonstration's pages. Those that exist already, whatever became of them, are left alone."""

    def __init__(self, entries, *, root, images, people, terms, topics):
        self.entries, self.root = entries, root
        self.images, self.people, self.terms, self.topics = images, people, terms, topics
        self.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        self.pages = {}

    def write(self, tell):
        """Create what is missing; `tell(key)` is called for each page written. Return all pages by key."""
        missing = [key for key in self.entries if not self._find(key)]
        for key in missing:  # first all of them as drafts, so that texts can link to any
            self._create_draft(key)
        for key in missing:
            self._publish(key)
            tell(key)
        for key in missing:
            self._translate(key)
        return self.pages

    def _find(self, key):
        page = Page.objects.filter(translation_key=stable_id("page", key), locale=self.locale).first()
        if page:
            self.pages[key] = page.specific
        return page

    def _create_draft(self, key):
        entry = self.entries[key]
        page = MODELS[entry["kind"]](
            title=entry["title"][settings.LANGUAGE_CODE],
            slug=entry["slug"][settings.LANGUAGE_CODE],
            locale=self.locale,
            translation_key=stable_id("page", key),
            live=False,
        )
        parent = self.pages[entry["parent"]] if "parent" in entry else self.root
        parent.add_child(instance=page)
        self.pages[key] = page

    def _publish(self, key):
        entry, page = self.entries[key], self.pages[key]
        fill_texts(page, key, entry, Targets(self.pages, self.images), settings.LANGUAGE_CODE)
        fill_links(page, entry, self)
        if "date" in entry:
            morning = datetime.datetime.combine(entry["date"], datetime.time(9, 30))
            page.first_published_at = timezone.make_aware(morning)
        if entry.get("draft"):
            page.save()
            page.save_revision()
        else:
            page.save_revision().publish()
        self.pages[key] = page.specific_class.objects.get(pk=page.pk)

    def _translate(self, key):
        entry, source = self.entries[key], self.pages[key]
        for language in entry["title"].keys() - {settings.LANGUAGE_CODE}:
            twin = type(source).objects.get(pk=source.pk)
            fill_texts(twin, key, entry, Targets(self.pages, self.images), language)
            translated = translate(source, twin, language, live=not entry.get("draft"))
            if "date" in entry:  # as if both had come out that day
                type(source).objects.filter(pk=translated.pk).update(first_published_at=source.first_published_at)
