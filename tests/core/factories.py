"""The trees that pages of every app grow in: a site with a Bulgarian source and an English translation."""

import factory
from django.db.models import F
from django.test import TestCase
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage


def locale(code):
    """The row of a language, made when it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


class PageFactory(factory.django.DjangoModelFactory):
    """A published page under `parent`, in its language; `live=False` makes a draft that never was public."""

    class Meta:
        abstract = True

    parent = None
    title = factory.Sequence(lambda number: f"Страница {number}")
    slug = factory.LazyAttributeSequence(lambda page, number: slugify(page.title) or f"page-{number}")
    live = True

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        kwargs.setdefault("locale", parent.locale if parent.depth > 1 else locale("bg"))
        if kwargs.get("live", True):
            now = timezone.now()
            kwargs = {"first_published_at": now, "last_published_at": now, **kwargs}
        else:
            kwargs = {"has_unpublished_changes": True, **kwargs}
        parent = Page.objects.get(pk=parent.pk)
        page = parent.specific.add_child(instance=model_class(**kwargs))
        page.save_revision(clean=False)
        page.refresh_from_db()
        return page


class HomePageFactory(PageFactory):
    class Meta:
        model = HomePage

    title = "Начало"
    slug = "home"
    headline = "Една бримка|променя шарката"
    lead = "Място за социални иновации."


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    lead = "Накратко."


def plant_site():
    """The site with a Bulgarian home as its root; whatever was there before is gone."""
    Site.objects.all().delete()
    for old in Page.objects.filter(depth=2):
        if old.specific_class is Page and old.is_leaf():  # Wagtail's welcome page; nothing else knows it
            Page.objects.filter(pk=old.pk)._raw_delete("default")
            Page.objects.filter(depth=1).update(numchild=F("numchild") - 1)
        else:
            old.delete()
    home = HomePageFactory(parent=Page.objects.get(depth=1), locale=locale("bg"))
    Site.objects.create(hostname="localhost", port=80, site_name="Клуб", root_page=home, is_default_site=True)
    return home


def translate(page, code, texts=None, *, live=True):
    """Translate `page` the way editors do, with wagtail-localize.

    `texts` gives the translation of each source text; others get " (code)" after them, so that every text differs.
    The parent must be translated already. With `live=False` the translation stays a draft.
    """
    target = locale(code)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=target)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        text = segment.string.data
        plain = f"{text}-{code}" if segment.context.path == "slug" else f"{text} ({code})"
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=target,
            context=segment.context,
            defaults={"data": (texts or {}).get(text, plain)},
        )
    with TestCase.captureOnCommitCallbacks(execute=True):  # wagtail-localize publishes then
        translation.save_target(publish=live)
    return type(page).objects.get(pk=translation.get_target_instance().pk)


def restrict(page, kind=PageViewRestriction.LOGIN):
    """Let only people who are logged in (or know the password) read `page` and what is below it."""
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesame")
