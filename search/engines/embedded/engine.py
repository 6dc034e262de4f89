"""Finds documents in a tantivy index, and writes them into it."""

import os
import threading
from contextlib import contextmanager

import tantivy
from tantivy import Order

from search.engines.base import EngineAway, Found, Mirror
from search.engines.embedded.counting import counted
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.queries import compile_ids, compile_prefixes, compile_query
from search.engines.embedded.schema import document, schema

WRITER_BYTES = 50 * 1024 * 1024
ORDERS = {"name": ("name", Order.Asc), "newest": ("newest", Order.Desc)}


class EmbeddedEngine(Mirror):
    """An index in the folder `path`, for all processes of a node; one writes at a time, the others wait.

    `generation` is one that doesn't answer yet; without it, the current one is asked and written, made where it lacks.
    """

    def __init__(self, path, generation=None):
        self.folder = IndexFolder(path)
        self.generation = generation
        self._lock = threading.Lock()
        self._index, self._seen, self._counts = None, None, {}

    def search(self, request):
        with _answering():
            searcher, counts = self._view()
            query = compile_query(request.query, request.site_language, request.chosen)
            hits, total = _page(searcher, query, request)
            return Found(hits, total, counted(searcher, request, counts))

    def suggest(self, prefixes, site_language, limit, meanings=()):
        with _answering():
            searcher = self._searcher()
            if not prefixes or limit < 1 or not searcher.num_docs:
                return ()
            query = compile_prefixes(searcher, prefixes, site_language, meanings)
            found = searcher.search(query, limit=min(limit, searcher.num_docs), count=False)
            return tuple(_values(searcher, "id", found))

    def write(self, rows, deleted=()):
        deleted = set(deleted)
        newest = {}
        for row in rows:
            if row.id not in deleted and (row.id not in newest or newest[row.id].version <= row.version):
                newest[row.id] = row
        with _answering(), self.folder.lock("writing"):
            index = self._index_to_write()
            known = self._known_versions(newest)
            written = [row for row in newest.values() if known.get(row.id, -1) <= row.version]
            _commit(index, written, deleted | (known.keys() & {row.id for row in written}))

    def versions(self):
        with _answering():
            return _versions(self._searcher(), tantivy.Query.all_query())

    def last_version(self):
        with _answering():
            searcher = self._searcher()
            if not searcher.num_docs:
                return 0
            asked = {"last": {"max": {"field": "version"}}}
            return int(searcher.aggregate(tantivy.Query.all_query(), asked)["last"]["value"])

    def version_of(self, document_id):
        """The version that it has of a document, or None."""
        with _answering():
            return self._known_versions([document_id]).get(document_id)

    @property
    def size(self):
        """How many documents it has. Raises EngineAway."""
        with _answering():
            return self._searcher().num_docs

    @property
    def exists(self):
        return self.place is not None and (self.place / "meta.json").exists()

    @property
    def place(self):
        return self.generation or self.folder.current

    def unfinished(self):
        for place in reversed(self.folder.generations()):
            beside = EmbeddedEngine(self.folder.path, place)
            if place != self.folder.current and beside.exists:
                yield beside

    def begin(self):
        return EmbeddedEngine(self.folder.path, self.folder.new_generation())

    def put_in_place(self, beside):
        with self.folder.lock("writing"):
            self.folder.put_in_place(beside.place)

    def rebuilding(self):
        """No other process of this node makes a generation in the meantime: it waits."""
        return self.folder.lock("rebuilding")

    def _searcher(self):
        return self._view()[0]

    def _view(self):
        """A view of what is committed by now, whoever wrote it, and where to keep what was counted in it.

        Raises EngineAway where there is no index.
        """
        try:
            # Looked at each time: readers that watch the folder themselves need a thread, which no fork survives.
            stat = os.stat(self.place / "meta.json")
        except (FileNotFoundError, NotADirectoryError, TypeError):
            raise EngineAway(f"There is no index in {self.folder.path}.") from None
        seen = (self.place, stat.st_ino, stat.st_mtime_ns)
        with self._lock:
            if seen != self._seen:
                self._open(seen[0])
                self._seen, self._counts = seen, {}
            return self._index.searcher(), self._counts

    def _open(self, place):
        if self._seen and self._seen[0] == place:
            self._index.reload()
        else:
            self._index = tantivy.Index.open(str(place))
            self._index.config_reader("manual")
            self._index.reload()

    def _index_to_write(self):
        if not self.exists:
            place = self.generation or self.folder.new_generation()
            tantivy.Index(schema(), str(place))
            if not self.generation:
                self.folder.put_in_place(place)
        self._searcher()
        return self._index

    def _known_versions(self, ids):
        searcher = self._searcher()
        return _versions(searcher, compile_ids(ids)) if ids and searcher.num_docs else {}


def _commit(index, rows, deleted):
    """Take the ids in `deleted` out, put `rows` in."""
    writer = index.writer(WRITER_BYTES, 1)
    try:
        if deleted:
            # Not `delete_documents_by_term`, which finds no unsigned number.
            writer.delete_documents_by_query(compile_ids(deleted))
        for row in rows:
            writer.add_document(document(row))
        writer.commit()
        writer.wait_merging_threads()
    finally:
        # Whoever keeps an exception keeps this frame; a writer in it would be in the way of all others.
        del writer


def _page(searcher, query, request):
    if not searcher.num_docs:
        return (), 0
    # tantivy reserves memory for all that it is asked for, and takes no limit of nothing.
    limit = max(min(request.limit, searcher.num_docs - request.offset), 0)
    offset = request.offset if limit else 0
    field, order = ORDERS.get(request.order, (None, Order.Desc))
    found = searcher.search(query, limit=limit or 1, offset=offset, order_by_field=field, order=order)
    if not limit:
        return (), found.count
    scores = [0.0 if field else score for score, _address in found.hits]
    return tuple(zip(_values(searcher, "id", found), scores, strict=True)), found.count


def _versions(searcher, query):
    found = searcher.search(query, limit=max(searcher.num_docs, 1), count=False)
    return dict(zip(_values(searcher, "id", found), _values(searcher, "version", found), strict=True))


def _values(searcher, field, found):
    return searcher.fast_field_values(field, [address for _score, address in found.hits])


@contextmanager
def _answering():
    """What tantivy and the disk raise, as the interface says it."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise EngineAway(str(error)) from error
