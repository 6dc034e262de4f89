"""All pages of the site in brief: where they lie, how they are found, and who may see them.

It lies in the small cache for one content version. Addresses, links and translations are read off it, and only the page
that is shown is fetched.
"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageViewRestriction

from core.cache import remember
from core.sites import only_site

_FIELDS = ("pk", "path", "depth", "url_path", "title", "translation_key", "locale__language_code", "live")


@dataclass(eq=False, slots=True)
class PageInBrief:
    """A page in whatever state; `public` is what every reader may see."""

    pk: int
    path: str
    depth: int
    url_path: str
    title: str
    translation_key: UUID
    language: str
    live: bool
    content_type: int
    public: bool
    _url: str | None = None

    @property
    def url(self):
        """As `Page.url`: None for a page without an address."""
        if self._url is None:
            self._url = self._as_page().url
        return self._url

    def get_url(self, request):
        """As `Page.get_url`: where there are several sites, as a reader of one of them needs it."""
        return self.url if only_site() else self._as_page().get_url(request)

    @property
    def model(self):
        return ContentType.objects.get_for_id(self.content_type).model_class()

    def _as_page(self):
        return Page(pk=self.pk, path=self.path, depth=self.depth, url_path=self.url_path)


class Tree:
    """The pages `by_pk`, `by_path` and `by_url_path`; `versions` has those of each translation key."""

    def __init__(self):
        self.restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
        self.by_pk, self.by_path, self.by_url_path, self.versions = {}, {}, {}, defaultdict(list)
        for *fields, live, kind in Page.objects.values_list(*_FIELDS, "content_type_id"):
            path = fields[1]
            page = PageInBrief(*fields, live, kind, live and not path.startswith(self.restricted))
            self.by_pk[page.pk] = self.by_path[path] = self.by_url_path[page.url_path] = page
            self.versions[page.translation_key].append(page)

    def way_to(self, path):
        """The pages from below the root down to the one at `path`, as far as there are any."""
        steps = range(2 * Page.steplen, len(path) + 1, Page.steplen)
        return [self.by_path[path[:end]] for end in steps if path[:end] in self.by_path]


def tree():
    """The `Tree` of today's pages, made once a content version."""
    return remember("tree", Tree)
