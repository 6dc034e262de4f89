"""The sitemap: an index, and parts that hold the published pages of every language with their translations.

What else apps want to be found comes from `core.sitemap_sources`.
"""

from collections import defaultdict

from django.conf import settings
from django.db.models import ExpressionWrapper, F, IntegerField, Max
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Page

from core.querysets import PageQuerySet
from core.sitemap_sources import sources

# Each part covers a span of primary keys, so that no part is found by counting from the start.
SPAN = 5000
LAST_PART = 10**9
FIELDS = ("path", "depth", "url_path", "translation_key", "locale__language_code", "last_published_at")


def sitemap_index(request):
    """/sitemap.xml: the parts that have pages, with the time of the last publication in each."""
    part = ExpressionWrapper(F("pk") / SPAN, output_field=IntegerField())
    parts = _published().annotate(part=part).order_by("part").values("part").annotate(changed=Max("last_published_at"))
    entries = [
        (request.build_absolute_uri(reverse("sitemap_part", args=[entry["part"]])), entry["changed"]) for entry in parts
    ]
    entries += [
        (request.build_absolute_uri(reverse("sitemap_of", args=[name, part])), changed)
        for name, source in sources().items()
        for part, changed in source.parts()
    ]
    return render(request, "sitemap_index.xml", {"entries": entries}, content_type="application/xml")


def sitemap_part(request, part):
    """The published pages of one span, each with its published translations: one query, whatever their number."""
    if part > LAST_PART:
        raise Http404
    first, end = part * SPAN, (part + 1) * SPAN
    span = PageQuerySet(Page).filter(pk__gte=first, pk__lt=end).order_by()
    family = _published().filter(translation_key__in=span.values("translation_key"))
    addresses, versions = {}, defaultdict(dict)
    for page in family.only(*FIELDS).select_related("locale").order_by("pk"):
        if url := page.get_url(request):
            addresses[page] = request.build_absolute_uri(url)
            versions[page.translation_key][page.locale.language_code] = addresses[page]
    entries = [
        {"url": url, "changed": page.last_published_at, "alternates": _alternates(versions[page.translation_key])}
        for page, url in addresses.items()
        if first <= page.pk < end
    ]
    if not entries:
        raise Http404
    return render(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


def sitemap_of(request, name, part):
    """A part of what a registered source lists, each thing with its addresses in all languages."""
    if name not in sources() or part > LAST_PART:
        raise Http404
    entries = []
    for listed in sources()[name].entries(part):
        versions = {code: request.build_absolute_uri(url) for code, url in listed.addresses.items()}
        alternates = _alternates(versions)
        entries += [
            {"url": versions[code], "changed": listed.changed, "alternates": alternates} for code in listed.canonical
        ]
    if not entries:
        raise Http404
    return render(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


def _published():
    return PageQuerySet(Page).published().in_languages().filter(depth__gt=1)


def _alternates(versions):
    """Pairs of language and address, the default at the end; none for a page in one language only."""
    if len(versions) < 2:
        return []
    pairs = [(code, versions[code]) for code in dict(settings.LANGUAGES) if code in versions]
    source = versions.get(settings.LANGUAGE_CODE)
    return [*pairs, ("x-default", source)] if source else pairs
