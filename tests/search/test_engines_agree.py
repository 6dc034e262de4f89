"""Whatever the documents and the query, every engine finds the same set and counts the same."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import Request, Row
from search.terms import Group, Meaning, Query, Word
from tests.search.engines import empty
from tests.search.reference import ReferenceEngine

KEYS = st.sampled_from(["a", "b", "c", "ab", "0ж", "é", "(", "1r"])
STREAMS = ("title", "labels", "text", "others", "roots", "prefixes")
FACETS = st.dictionaries(st.sampled_from(["topic", "place"]), st.lists(st.sampled_from("xyz"), unique=True).map(tuple))

rows = st.builds(
    Row,
    id=st.integers(1, 12),
    version=st.integers(1, 4),
    site_language=st.sampled_from(["bg", "en"]),
    kind=st.just("thing"),
    text_language=st.just("bg"),
    streams=st.fixed_dictionaries({name: st.lists(KEYS, max_size=4).map(tuple) for name in STREAMS}),
    facets=FACETS,
    sort_key=st.text("0123456789abcdef", max_size=4),
    dated=st.none() | st.integers(1, 800_000),
)
a_word = st.builds(
    Word,
    text=st.just(""),
    keys=st.lists(KEYS, max_size=3).map(tuple),
    roots=st.lists(KEYS, max_size=2).map(tuple),
    weight=st.floats(0.25, 4, width=32),
)
phrases = st.lists(st.lists(a_word, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple)
queries = st.just(Query()) | st.builds(
    Query,
    groups=st.lists(st.builds(Group, phrases=phrases), min_size=1, max_size=3).map(tuple),
    needed=st.none() | st.integers(0, 4),
    weakly=st.booleans(),
)
requests = st.builds(
    Request,
    site_language=st.sampled_from(["bg", "en"]),
    query=queries,
    chosen=FACETS,
    counted=st.just(("topic", "place")),
    order=st.sampled_from(["score", "name", "newest"]),
    limit=st.just(50),
)


these = given(
    writes=st.lists(st.tuples(st.lists(rows, max_size=8), st.lists(st.integers(1, 12), max_size=2)), max_size=3),
    asked=st.lists(requests, min_size=3, max_size=8),
    prefixes=st.lists(st.lists(KEYS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@these
def test_the_embedded_engine_and_the_reference_find_the_same(writes, asked, prefixes):
    _compare("embedded", writes, asked, prefixes)


@pytest.mark.services
@settings(max_examples=20, deadline=None)
@these
def test_elasticsearch_and_the_reference_find_the_same(writes, asked, prefixes):
    _compare("elasticsearch", writes, asked, prefixes)


def _compare(name, writes, asked, prefixes):
    reference = ReferenceEngine()
    with tempfile.TemporaryDirectory() as folder, empty(name, Path(folder)) as compared:
        for engine in (compared, reference):
            engine.write([])
            gone = set()
            for written, deleted in writes:
                # Ids are never used twice.
                engine.write([row for row in written if row.id not in gone], deleted)
                gone.update(deleted)
        assert compared.versions() == reference.versions()
        meanings = tuple(Meaning(one[:1]) for one in prefixes)
        for asked_for in ((), meanings):
            suggested = [set(engine.suggest(prefixes, "bg", 50, asked_for)) for engine in (compared, reference)]
            assert suggested[0] == suggested[1]
        for request in asked:
            assert _what(compared, request) == _what(reference, request)


def _what(engine, request):
    found = engine.search(request)
    ids = [number for number, _score in found.hits]
    return ids if request.order != "score" else set(ids), found.total, found.counts
