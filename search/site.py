"""The search that readers of the site ask."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.safestring import SafeString

from core.paging import CountedPaginator
from search.analysis import understand
from search.analysis.highlight import Wanted, marked, snippet
from search.asked import FACETS
from search.engines.base import Request
from search.engines.current import answering_engine
from search.explaining import described
from search.facets import facet_fields
from search.meanings import site_synonyms
from search.models import SearchDocument
from search.promotion import promoted_first, promoted_for
from search.ranking import Facts
from search.service import PAGE, Answer, answer
from search.sources import singular_of, sources
from search.words import site_vocabulary

# Who has turned so many pages narrows the search instead.
MOST_PAGES = 50


@dataclass(frozen=True)
class FoundHit:
    """A hit as readers see it: both texts are HTML in which everything but the marks is escaped."""

    document: SearchDocument
    score: float
    weak: bool
    promoted: bool
    title_html: SafeString
    excerpt_html: SafeString

    @property
    def kind_label(self):
        return singular_of(self.document.kind)

    @property
    def dated(self):
        """Whether readers are told its day."""
        source = sources().get(self.document.kind)
        return bool(self.document.date and source and source.dated)

    @property
    def hue(self):
        return next(iter(self.document.facets.get("theme", ())), "")

    @property
    def slug(self):
        """What its motif is woven from: the end of its address."""
        return self.document.url.rstrip("/").rpartition("/")[2]


class SiteSearch:
    """A page of what an `Asked` finds: best first, or `newest` first. Raises EngineAway where no engine answers."""

    def __init__(self, asked, number=1, *, newest=False):
        self.asked, self.number, self.newest = asked, number, newest
        self.understood = understand(
            asked.text, asked.language, site_synonyms(), site_vocabulary(), correct=not asked.exactly
        )
        self._answer = self._ask(answering_engine())

    @property
    def total(self):
        """How many hits there are on all pages."""
        return self._answer.total

    @property
    def corrected(self):
        """The text that was looked for instead of the one typed, or an empty one."""
        return self.understood.corrected or ""

    @property
    def in_short(self):
        """How the text was understood, in a line."""
        return described(self.understood)

    @property
    def counts(self):
        """{facet: {value: number of hits}}, each facet without its own narrowing."""
        return self._answer.counts

    @cached_property
    def paginator(self):
        return CountedPaginator(self.hits, PAGE, self.total)

    @property
    def last_page(self):
        return min(self.paginator.num_pages, MOST_PAGES)

    def facets(self, unfolded=()):
        """The facets as a form shows them."""
        return facet_fields(self.asked, self.counts, unfolded)

    @cached_property
    def hits(self):
        """Those on the page that still exist, in their order."""
        ids = [hit.id for hit in self._answer.hits]
        fields = ("kind", "object_id", "site_language", "text_language", "url", "title", "summary", "text")
        shown = SearchDocument.objects.filter(site_language=self.asked.language).only(*fields, "date", "facets")
        documents = shown.in_bulk(ids)
        wanted = Wanted.of(self.understood.query)
        return [self._hit(documents[hit.id], hit, wanted) for hit in self._answer.hits if hit.id in documents]

    def _ask(self, engine):
        if not self.understood.query.groups and not self.asked.chosen:
            return Answer((), 0)
        request = Request(
            site_language=self.asked.language,
            chosen=self.asked.chosen,
            counted=FACETS,
            order="newest" if self.newest or not self.understood.query.groups else "score",
            offset=(self.number - 1) * PAGE,
            limit=PAGE,
        )
        facts = {"language": self.asked.language, "today": timezone.localdate().toordinal()}
        promoted = [] if self.newest else promoted_for(self.asked, self.understood)
        return promoted_first(
            promoted, request, lambda request: answer(engine, self.understood, request, facts_of, **facts)
        )

    def _hit(self, document, hit, wanted):
        text = "\n".join(part for part in (document.summary, document.text) if part)
        language = document.text_language
        return FoundHit(
            document,
            hit.score,
            hit.weak,
            hit.promoted,
            # What the highlighter gives is escaped.
            title_html=SafeString(marked(document.title, wanted, language)),
            excerpt_html=SafeString(snippet(text, wanted, language)),
        )


def facts_of(ids):
    """{id: Facts} of the documents that still exist."""
    found = SearchDocument.objects.filter(pk__in=ids).values_list("pk", "text_language", "date")
    return {pk: Facts(language, date.toordinal() if date else None) for pk, language, date in found}
