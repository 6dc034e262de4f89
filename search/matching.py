"""All of a kind that a text finds, for lists that narrow and count it themselves."""

from dataclasses import dataclass

from django.utils import timezone

from core.among import Among
from search.analysis import understand
from search.engines.base import EngineAway, Request
from search.meanings import site_synonyms
from search.mirror import exact_mirror
from search.models import SearchDocument
from search.ranking import Facts
from search.service import DEEPEST, answer
from search.terms import Query
from search.words import site_vocabulary


@dataclass(frozen=True)
class Matches:
    """The rows that hits show (`shown_id`), best first; the weak ones lack some of the words or have akin ones.

    `corrected` is the text that was looked for instead of the one typed, or empty; `query` what finds exactly all of
    these in an index, or None.
    """

    strict: tuple[int, ...] = ()
    weak: tuple[int, ...] = ()
    corrected: str = ""
    query: Query | None = None


def matches(text, language, kind, *, exactly=False):
    """The `Matches` of a text among what is of a kind, or None where this node's index can't tell all of them now.

    `exactly`: nothing is taken for a mistake.
    """
    engine = exact_mirror()
    if engine is None:
        return None
    understood = understand(text, language, site_synonyms(), site_vocabulary(), correct=not exactly)
    if not understood.query.groups:
        return Matches()
    reading = _Reading()
    request = Request(site_language=language, chosen={"kind": (kind,)}, limit=DEEPEST)
    today = timezone.localdate().toordinal()
    try:
        found = answer(engine, understood, request, reading.facts, language=language, today=today)
    except EngineAway:
        return None
    if found.total > DEEPEST:
        return None
    shown = reading.shown([hit.id for hit in found.hits])
    strict, weak = (
        tuple(shown[hit.id] for hit in found.hits if hit.weak == is_weak and hit.id in shown)
        for is_weak in (False, True)
    )
    return Matches(strict, weak, understood.corrected or "", found.query)


class _Reading:
    """Reads each document once, for its rank and for the row that it shows."""

    def __init__(self):
        self._known = {}

    def facts(self, ids):
        self._read(ids)
        return {pk: self._known[pk][1] for pk in ids if pk in self._known}

    def shown(self, ids):
        """{id: the row that it shows} of those that still exist."""
        self._read(ids)
        return {pk: self._known[pk][0] for pk in ids if pk in self._known}

    def _read(self, ids):
        missing = [pk for pk in ids if pk not in self._known]
        documents = SearchDocument.objects.filter(pk__in=Among(missing)) if missing else SearchDocument.objects.none()
        for pk, shown, language, date in documents.values_list("pk", "shown_id", "text_language", "date"):
            self._known[pk] = shown, Facts(language, date.toordinal() if date else None)
