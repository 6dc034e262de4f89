"""The words of all that can be found: what a misspelt one was probably meant to be.

They are counted apart from requests and lie in a file beside the index, which whoever answers searches reads.
"""

import contextlib
import os
import secrets
import threading
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db.models import F, Max, Q

from people.models import Person
from search.analysis import ANALYSIS_VERSION, Vocabulary, words_of
from search.models import SearchDocument, Tombstone
from taxonomy.models import Place, Term, Topic

NAME = "words.txt"
# Documents counted in a step: some tenths of a second.
BATCH = 200
READER = "search-words"


def words_file():
    """Where this node's words lie."""
    return Path(settings.SEARCH_INDEX_DIR, NAME)


def state():
    """What the words depend on, as a line: it changes with every document and every rule of the analysis."""
    last = [model.objects.aggregate(last=Max("version"))["last"] or 0 for model in (SearchDocument, Tombstone)]
    return f"{ANALYSIS_VERSION}.{max(last)}"


def written_state(path):
    """The state that the words in the file were counted in, or None without a file."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline().strip()
    except FileNotFoundError:
        return None


def counting():
    """Count the words of all documents and of what their labels are called; yields None after each batch, then all."""
    counts, values, last = Counter(), set(), 0
    once = Q(text_language=F("site_language")) | Q(site_language=settings.LANGUAGE_CODE)
    documents = SearchDocument.objects.filter(once).order_by("pk")
    fields = ("pk", "title", "summary", "text", "facets")
    while batch := list(documents.filter(pk__gt=last).values_list(*fields)[:BATCH]):
        for _pk, *texts, facets in batch:
            counts.update(words_of("\n".join(texts)))
            values.update(value for found in facets.values() for value in found)
        last = batch[-1][0]
        yield None
    for label in _labels(values):
        counts.update(words_of(label))
    yield counts


def write_words(path, state, counts):
    """Put the words with their counts in the place of those before, at once for all who read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{NAME}.{secrets.token_hex(4)}")
    lines = (f"{word}\t{count}\n" for word, count in sorted(counts.items()))
    beside.write_text("".join((f"{state}\n", *lines)), encoding="utf-8")
    beside.replace(path)


def count_words():
    """Count all words now, unless those in the file are today's."""
    path, now = words_file(), state()
    if written_state(path) != now:
        *_steps, counts = counting()
        write_words(path, now, counts)


def _labels(values):
    """What the topics, terms and places with these slugs are called, and the names of all persons, in any language."""
    for model in (Topic, Term, Place):
        for slug, labels in model.objects.values_list("slug", "labels"):
            if slug in values:
                yield from labels.values()
    for name in Person.objects.values_list("name", flat=True):
        yield from name.values()


class _Book:
    """The vocabulary of a file. A newer one is read aside, while the one before goes on answering."""

    def __init__(self):
        self._lock = threading.Lock()
        self._seen, self._path, self._vocabulary = None, None, None

    def vocabulary(self, path):
        """The `Vocabulary` of the words in the file, or None where there is none."""
        try:
            stat = os.stat(path)
        except FileNotFoundError:
            return None
        seen = (path, stat.st_ino, stat.st_mtime_ns)
        if seen != self._seen:
            if self._path == path:
                threading.Thread(target=self._read_once, args=(path, seen), name=READER, daemon=True).start()
            else:
                with self._lock:
                    self._read(path, seen)
        return self._vocabulary

    def _read_once(self, path, seen):
        if self._lock.acquire(blocking=False):
            try:
                self._read(path, seen)
            finally:
                self._lock.release()

    def _read(self, path, seen):
        if seen == self._seen:
            return
        with contextlib.suppress(FileNotFoundError), path.open(encoding="utf-8") as file:
            next(file)
            pairs = (line.rstrip("\n").split("\t") for line in file)
            self._vocabulary = Vocabulary({word: int(count) for word, count in pairs})
            self._seen, self._path = seen, path


_book = _Book()


def site_vocabulary():
    """The words of what can be found on this site, or None as long as nobody has counted them."""
    return _book.vocabulary(words_file())
