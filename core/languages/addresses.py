"""The same content at its addresses in other languages: for the switcher and for search engines."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.models import Site

from core.cache import remember
from core.languages.names import abbreviation, endonym
from core.languages.versions import versions_of
from core.sites import only_site

ORIGINAL = "original"
# Views that show a page or nothing: without a page there is nothing to be found at the same view in another language.
PAGE_VIEWS = {"wagtail_serve", "blog_feed"}


@dataclass(frozen=True)
class LanguageLink:
    """A way into another language. `exact` is False where it leads to a page above, which then says so."""

    code: str
    url: str
    current: bool = False
    exact: bool = True

    @property
    def endonym(self):
        return endonym(self.code)

    @property
    def abbreviation(self):
        return abbreviation(self.code)


def language_links(request, page=None):
    """A `LanguageLink` for each language of the site that has anything to offer, in the order of the settings."""
    current = translation.get_language()
    found = _page_links(request, page) if page is not None else _view_links(request)
    found[current] = LanguageLink(current, request.path, current=True)
    return tuple(found[code] for code in dict(settings.LANGUAGES) if code in found)


def alternate_addresses(request, page=None):
    """The relative address of this content by language, only where it is published in that language."""
    suffix = routable_suffix(request)
    if page is None:
        return {code: url + suffix for code, url in _view_addresses(request).items()}
    versions = versions_of(page).exact
    addresses = {code: version.get_url(request) for code, version in versions.items()}
    return {code: url + suffix for code, url in addresses.items() if url}


def canonical_address(request, page=None):
    """The one relative address under which search engines should know what is shown now."""
    if page is None:
        return request.path + routable_suffix(request)
    url = page.get_url(request)
    return url + routable_suffix(request) if url else request.path


def routable_suffix(request):
    """What follows the page's own address and is the same in every language: "topic/ageing/?page=2".

    Views set it on the request when they show something else than the page itself.
    """
    return getattr(request, "routable_suffix", "")


def _page_links(request, page):
    links = {}
    for code, version in versions_of(page).nearest.items():
        if url := version.get_url(request):
            links[code] = LanguageLink(code, f"{url}?{ORIGINAL}={page.pk}" if page.live else url, exact=False)
    return links | {code: LanguageLink(code, url) for code, url in alternate_addresses(request, page).items()}


def _view_links(request):
    query = request.META.get("QUERY_STRING", "")
    addresses = _view_addresses(request)
    if addresses:
        return {code: LanguageLink(code, f"{url}?{query}" if query else url) for code, url in addresses.items()}
    return {code: LanguageLink(code, url, exact=False) for code, url in _homes().items()}


def _view_addresses(request):
    """The address of the current named view in every language; nothing when it has none or failed."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.url_name in PAGE_VIEWS or not match.view_name:
        return {}
    addresses = {}
    for code in dict(settings.LANGUAGES):
        with translation.override(code):
            try:
                addresses[code] = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
            except NoReverseMatch:
                return {}
    return addresses if len(set(addresses.values())) == len(addresses) else {}


def _homes():
    """The address of the published home page in each language."""

    def find():
        site = only_site() or Site.objects.filter(is_default_site=True).select_related("root_page").first()
        versions = versions_of(site.root_page).exact if site else {}
        return {code: home.url for code, home in versions.items()}

    return remember("homes", find)
