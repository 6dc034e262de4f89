"""Brings an engine what was written and deleted since it last looked, in the order of the content versions."""

import logging

from core.models import ContentVersion
from search.models import SearchDocument, Tombstone

logger = logging.getLogger(__name__)

BATCH = 2000


class Following:
    """Keeps an engine that lasts, a `Mirror`, up with the documents, a batch at a time.

    What an index has says how far it has come: it got everything with a smaller version than the highest that it has.
    So nothing is kept beside it that could be lost or differ, and breaking off at any moment loses nothing.
    """

    def __init__(self, engine):
        self.engine = engine
        self._place, self._finished = None, None
        self._row, self._grave = (0, 0), (0, 0)

    def step(self):
        """Bring one batch; returns how many documents and deletions it had, 0 when there is nothing new."""
        number = ContentVersion.objects.number()
        if not self.engine.exists or self.engine.place != self._place:
            self._find_mark(number)
        if self._finished == number:
            return 0
        documents = list(SearchDocument.objects.since(*self._row)[:BATCH].as_rows())
        # Read after the documents: what was deleted after those were read is among these, and is deleted last.
        graves = list(Tombstone.objects.since(*self._grave).values_list("version", "pk", "document_id"))
        if documents or graves:
            self.engine.write(documents, {document: version for version, _pk, document in graves})
        if documents:
            self._row = (documents[-1].version, documents[-1].id)
        if graves:
            self._grave = graves[-1][:2]
        if len(documents) < BATCH:
            self._finished = number
        return len(documents) + len(graves)

    def catch_up(self, tell=lambda done: None):
        """Bring everything that there is; `tell` hears how much so far. Returns how much it was."""
        done = 0
        while count := self.step():
            done += count
            tell(done)
        return done

    def _find_mark(self, number):
        """Go on where the index is, and make it where there is none."""
        if not self.engine.exists:
            self.engine.write([])
        last = self.engine.last_version()
        self._place, self._finished = self.engine.place, None
        # Of the last version it may have a part. What was deleted before an empty index was made never gets into it.
        self._row, self._grave = (last, 0), (last or number, 0)


def reconcile(engine):
    """Compare (id, version) of all that the engine and the database have, and mend the engine. Returns how many."""
    held = engine.versions()
    true = dict(SearchDocument.objects.values_list("pk", "version"))
    wrong = [pk for pk, version in true.items() if held.get(pk) != version]
    # A version from another history may be higher, and would never give way.
    gone = [pk for pk, version in held.items() if version > true.get(pk, -1)]
    if gone:
        engine.write([], gone)
    for start in range(0, len(wrong), BATCH):
        engine.write(SearchDocument.objects.filter(pk__in=wrong[start : start + BATCH]).as_rows())
    if count := len({*wrong, *gone}):
        logger.warning("The index differed from the database in %s documents. They are mended.", count)
    return count
