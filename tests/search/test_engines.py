"""What every engine promises: the contract of `search.engines.base`."""

import pytest

from search.engines.base import Request
from search.terms import Group, Meaning, Query
from tests.search.engines import NAMES, empty
from tests.search.factories import row, word, words


@pytest.fixture(params=NAMES)
def engine(request, tmp_path):
    with empty(request.param, tmp_path) as engine:
        yield engine


def ids(engine, query=None, **asked):
    found = engine.search(Request("bg", query or Query(), **asked))
    return [number for number, _score in found.hits]


def test_a_document_is_found_by_a_key_in_any_strict_stream(engine):
    engine.write([row(1, title="a"), row(2, labels="a"), row(3, text="a"), row(4, others="a"), row(5, roots="a")])
    assert set(ids(engine, words("a"))) == {1, 2, 3, 4}


def test_every_word_must_stand_somewhere_in_the_document(engine):
    engine.write([row(1, title="a", text="b"), row(2, title="a a"), row(3, text="b")])
    assert ids(engine, words("a", "b")) == [1]


def test_fewer_words_suffice_where_fewer_are_needed(engine):
    engine.write([row(1, title="a b"), row(2, title="a"), row(3, title="c")])
    assert set(ids(engine, words("a", "b", "d", needed=1))) == {1, 2}
    assert ids(engine, words("a", "b", "d", needed=2)) == [1]


def test_more_words_than_there_are_find_nothing_and_none_finds_everything(engine):
    engine.write([row(1, title="a"), row(2, title="b")])
    assert ids(engine, words("a", needed=2)) == []
    assert ids(engine, words("a", needed=0)) == [1, 2]


def test_any_key_of_a_word_suffices(engine):
    engine.write([row(1, title="a"), row(2, title="b"), row(3, title="c")])
    assert set(ids(engine, Query((Group(((word("a", "b"),),)),)))) == {1, 2}


def test_roots_count_only_where_words_may_be_had_weakly(engine):
    engine.write([row(1, title="a"), row(2, roots="1r")])
    group = Group(((word("a", roots=["1r"]),),))
    assert ids(engine, Query((group,))) == [1]
    assert set(ids(engine, Query((group,), weakly=True))) == {1, 2}


def test_a_word_without_keys_is_nowhere(engine):
    engine.write([row(1, title="a")])
    assert ids(engine, Query((Group(((word(),),)),))) == []


def test_a_group_is_had_by_all_words_of_one_of_its_phrases(engine):
    engine.write([row(1, title="ngo"), row(2, title="civil", text="society"), row(3, title="civil")])
    group = Group(((word("ngo"),), (word("civil"), word("society"))))
    assert set(ids(engine, Query((group,)))) == {1, 2}


def test_a_hit_in_the_title_counts_more_than_one_in_the_text(engine):
    engine.write([row(1, text="a", title="x"), row(2, title="a", text="x"), row(3, title="x", text="x")])
    assert ids(engine, words("a")) == [2, 1]


def test_a_word_of_more_weight_decides(engine):
    engine.write([row(1, title="a"), row(2, title="b")])
    heavy = Query((Group(((word("a"),),)), Group(((word("b", weight=5.0),),))), needed=1)
    assert ids(engine, heavy) == [2, 1]


def test_keys_are_told_apart_by_capitals_and_every_letter(engine):
    engine.write([row(1, title="Ё-x.y"), row(2, title="е_x"), row(3, title='"AND"')])
    assert ids(engine, words("Ё-x.y")) == [1]
    assert ids(engine, words('"AND"')) == [3]
    assert ids(engine, words("and")) == []


def test_only_documents_of_the_asked_language_are_found(engine):
    engine.write([row(1, title="a"), row(2, title="a", language="en")])
    assert ids(engine, words("a")) == [1]


def test_the_total_is_exact_whatever_page_is_asked(engine):
    engine.write([row(number, title="a") for number in range(1, 41)])
    found = engine.search(Request("bg", words("a"), offset=35, limit=10))
    assert (len(found.hits), found.total) == (5, 40)
    assert engine.search(Request("bg", words("a"), offset=10**12, limit=10**12)).total == 40
    assert engine.search(Request("bg", words("a"), limit=0)).total == 40


def test_pages_follow_each_other_without_a_gap_or_a_double(engine):
    engine.write([row(number, title="a", sort_key="same", dated=5) for number in range(1, 31)])
    for order in ("score", "name", "newest"):
        pages = [ids(engine, words("a"), order=order, offset=start, limit=7) for start in range(0, 35, 7)]
        assert sorted(number for page in pages for number in page) == list(range(1, 31))


def test_order_by_name_is_that_of_the_keys(engine):
    engine.write([row(1, sort_key="0b"), row(2, sort_key="0a0c"), row(3, sort_key="0a"), row(4, sort_key="0b")])
    assert ids(engine, order="name") == [3, 2, 1, 4]


def test_the_newest_come_first_and_what_has_no_date_last(engine):
    engine.write([row(1, dated=738000), row(2), row(3, dated=738900), row(4, dated=738000)])
    assert ids(engine, order="newest") == [3, 1, 4, 2]


def test_choices_within_a_facet_add_up_and_those_of_several_narrow(engine):
    engine.write(
        [
            row(1, facets={"topic": ["food"], "place": ["sofia"]}),
            row(2, facets={"topic": ["work", "food"], "place": ["varna"]}),
            row(3, facets={"topic": ["work"]}),
            row(4),
        ]
    )
    assert set(ids(engine, chosen={"topic": ("food", "work")})) == {1, 2, 3}
    assert ids(engine, chosen={"topic": ("food",), "place": ("varna", "sofia", "nowhere")}) == [1, 2]
    assert ids(engine, chosen={"nothing": ("food",)}) == []
    assert len(ids(engine, chosen={"topic": ()})) == 4


def test_each_facet_is_counted_without_its_own_choice(engine):
    engine.write(
        [
            row(1, title="a", facets={"topic": ["food"], "place": ["sofia"]}),
            row(2, title="a", facets={"topic": ["work", "food"], "place": ["varna"]}),
            row(3, title="a", facets={"topic": ["work"], "place": ["varna"]}),
            row(4, title="b", facets={"topic": ["work"], "place": ["ruse"]}),
        ]
    )
    asked = Request("bg", words("a"), {"topic": ("food",)}, counted=("topic", "place", "year"))
    found = engine.search(asked)
    assert found.total == 2
    assert found.counts == {"topic": {"food": 2, "work": 2}, "place": {"sofia": 1, "varna": 1}, "year": {}}


def test_counts_are_not_cut_off(engine):
    engine.write([row(number, facets={"topic": [f"t{number}"]}) for number in range(300)])
    assert len(engine.search(Request("bg", counted=("topic",))).counts["topic"]) == 300


def test_a_facets_values_come_back_as_they_were_given(engine):
    values = ["2026", "true", "2026-01-02T03:04:05Z", "със интервал", "x.y", ""]
    engine.write([row(1, facets={"year": values})])
    assert engine.search(Request("bg", counted=("year",))).counts == {"year": dict.fromkeys(values, 1)}
    for value in values:
        assert ids(engine, chosen={"year": (value,)}) == [1]


def test_a_newer_version_replaces_the_older_one(engine):
    engine.write([row(1, 3, title="a")])
    engine.write([row(1, 4, title="b")])
    assert (ids(engine, words("a")), ids(engine, words("b"))) == ([], [1])
    assert engine.versions() == {1: 4}


def test_an_older_version_never_replaces_a_newer_one(engine):
    engine.write([row(1, 5, title="new"), row(1, 3, title="old")])
    engine.write([row(1, 4, title="old")])
    assert (ids(engine, words("new")), ids(engine, words("old"))) == ([1], [])
    assert engine.versions() == {1: 5}


def test_a_deletion_may_say_of_which_version_it_is(engine):
    engine.write([row(1, 3, title="a"), row(2, 3, title="a")])
    engine.write([row(3, 5, title="a")], deleted={1: 4, 77: 4})
    assert set(ids(engine, words("a"))) == {2, 3}


def test_the_last_version_is_the_highest_of_all(engine):
    engine.write([])
    assert engine.last_version() == 0
    engine.write([row(1, 7), row(2, 9), row(3, 8)])
    assert engine.last_version() == 9


def test_what_is_deleted_is_gone(engine):
    engine.write([row(1, title="a"), row(2, title="a")])
    engine.write([row(3, title="a")], deleted=[1, 77])
    assert set(ids(engine, words("a"))) == {2, 3}
    assert set(engine.versions()) == {2, 3}


def test_an_empty_engine_answers(engine):
    engine.write([])
    found = engine.search(Request("bg", words("a"), counted=("topic",), order="name"))
    assert (found.hits, found.total, found.counts) == ((), 0, {"topic": {}})
    assert engine.suggest((("a",),), "bg", 5) == ()
    assert engine.versions() == {}


def test_typeahead_finds_words_that_begin_so(engine):
    engine.write(
        [
            row(1, prefixes="социално предприятие"),
            row(2, prefixes="социално кафене"),
            row(3, prefixes="предприемач"),
            row(4, prefixes="социално предприятие", language="en"),
        ]
    )
    assert set(engine.suggest((("соц",),), "bg", 10)) == {1, 2}
    assert engine.suggest((("соц",), ("предпри",)), "bg", 10) == (1,)
    assert set(engine.suggest((("каф", "предприем"),), "bg", 10)) == {2, 3}
    assert engine.suggest((("x",),), "bg", 10) == ()
    assert len(engine.suggest((("соц",),), "bg", 1)) == 1


def test_typeahead_puts_titles_first_and_then_whole_words(engine):
    engine.write(
        [
            row(1, prefixes="хлябове"),
            row(2, prefixes="хляб"),
            row(3, prefixes="хлябове", title="хлябов"),
            row(4, prefixes="сол хлябове", title="сол хлябов"),
        ]
    )
    assert engine.suggest((("хляб",),), "bg", 10)[2:] == (2, 1)
    assert engine.suggest((("хляб",), ("со", "0so")), "bg", 10) == (4,)
    assert set(engine.suggest((("хляб",),), "bg", 2)) == {3, 4}


def test_typeahead_finds_what_means_the_same_in_title_and_labels(engine):
    engine.write(
        [
            row(1, prefixes="нпо", title="npo"),
            row(2, prefixes="сдружение", title="sdruzhen"),
            row(3, prefixes="сдружение зора", labels="sdruzhen"),
            row(4, prefixes="сдружен", text="sdruzhen"),
            row(5, prefixes="сдружение", title="sdruzhen", language="en"),
        ]
    )
    associations = Meaning(("sdruzhen",))
    assert set(engine.suggest((("нпо",),), "bg", 10, (associations,))) == {1, 2, 3}
    assert engine.suggest((("x",),), "bg", 10, (associations,)) == (2, 3)
    assert engine.suggest((("нпо",), ("зо",)), "bg", 10, (Meaning(("sdruzhen",), (("зо",),)),)) == (3,)
    assert engine.suggest((("x",),), "bg", 10, (Meaning(("sdruzhen", "npo")),)) == ()


def test_typeahead_takes_any_sign_for_a_letter(engine):
    signs = r"""\.+*?()|[]{}^$#&~-/'"<>=!:,;_%@№€😀ъ"""
    engine.write([row(number, prefixes=f"a{sign}b") for number, sign in enumerate(signs)])
    engine.write([row(1000, prefixes="aab ab")])
    for number, sign in enumerate(signs):
        assert engine.suggest(((f"a{sign}",),), "bg", 10) == (number,)


def test_typeahead_takes_words_of_any_length(engine):
    long = "дълга" * 1000
    engine.write([row(1, prefixes=long), row(2, prefixes="дълга")])
    assert engine.suggest(((long[:-1],),), "bg", 10) == (1,)
    assert engine.suggest(((long[:21],),), "bg", 10) == (1,)
    assert set(engine.suggest(((long[:5],),), "bg", 10)) == {1, 2}


def test_typeahead_finds_beyond_fifty_words(engine):
    engine.write([row(number, prefixes=f"дума{number}") for number in range(120)])
    assert len(engine.suggest((("дума",),), "bg", 200)) == 120
