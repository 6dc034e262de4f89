import itertools
from datetime import date

import pytest

from search.analysis import Vocabulary, document_streams, understand, words_of
from search.engines.base import Request, Row
from search.ranking import Facts
from search.service import PAGE, answer
from tests.search.reference import ReferenceEngine

TODAY = date(2026, 5, 1).toordinal()


class Club:
    """Documents of a club in a search of their own."""

    def __init__(self, *documents, engine=None):
        self.engine = engine or ReferenceEngine()
        self.facts = {}
        self.vocabulary = Vocabulary(dict.fromkeys((word for text, *_ in documents for word in words_of(text)), 1))
        self.engine.write(
            [self._row(number, *document) for number, document in enumerate(documents)],
        )

    def _row(self, number, text, language="bg", facets=None, days_old=None):
        dated = None if days_old is None else TODAY - days_old
        self.facts[number] = Facts(language, dated)
        return Row(
            id=number,
            version=1,
            site_language="bg",
            kind="post",
            text_language=language,
            streams=document_streams(language=language, title=text),
            facets=facets or {},
            sort_key=text,
            dated=dated,
        )

    def search(self, text, language="bg", **asked):
        understood = understand(text, language, vocabulary=self.vocabulary)
        return answer(
            self.engine,
            understood,
            Request("bg", **asked),
            lambda ids: {one: self.facts[one] for one in ids if one in self.facts},
            language=language,
            today=TODAY,
        )


class Listening(ReferenceEngine):
    """Remembers what it was asked."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def search(self, request):
        self.asked.append(request)
        return super().search(request)


def ids(found):
    return [hit.id for hit in found.hits]


def test_what_has_all_words_comes_before_what_has_some():
    club = Club(("Градина",), ("Градина градина градина на покрива",), ("Детска площадка", "bg"), ("Детска градина",))

    found = club.search("детска градина")

    assert ids(found)[0] == 3
    assert set(ids(found)) == {0, 1, 2, 3}
    assert [hit.weak for hit in found.hits] == [False, True, True, True]
    assert found.total == 4


def test_derived_words_follow_where_stems_find_too_little():
    club = Club(("Обучение за всички",), ("Нищо такова",))

    found = club.search("обучители")

    assert ids(found) == [0]
    assert found.hits[0].weak


def test_a_full_page_of_strict_matches_needs_no_weak_ones():
    club = Club(*[(f"Детска градина {number}",) for number in range(PAGE)], ("Градина",))

    found = club.search("детски градини")

    assert found.total == PAGE
    assert not any(hit.weak for hit in found.hits)


def test_a_text_in_the_readers_language_comes_first():
    club = Club(("Hub", "en"), ("Hub", "bg"))

    assert ids(club.search("hub", "bg")) == [1, 0]
    assert ids(club.search("hub", "en")) == [0, 1]


def test_of_equals_the_newer_comes_first():
    club = Club(("Семинар", "bg", None, 900), ("Семинар", "bg", None, 3))

    assert ids(club.search("семинар")) == [1, 0]


def test_what_is_gone_is_left_out():
    club = Club(("Семинар",), ("Семинар",))
    del club.facts[0]

    assert ids(club.search("семинар")) == [1]


def test_facets_are_counted_over_what_is_listed_each_without_its_own_narrowing():
    club = Club(
        ("Детска градина", "bg", {"place": ("Видин",)}),
        ("Градина", "bg", {"place": ("Русе",)}),
        ("Нещо друго", "bg", {"place": ("Русе",)}),
    )

    found = club.search("детска градина", counted=("place",), chosen={"place": ("Видин",)})

    assert ids(found) == [0]
    assert found.total == 1
    assert found.counts == {"place": {"Видин": 1, "Русе": 1}}


def test_pages_follow_each_other_without_gap_or_repetition():
    club = Club(*[(f"Градина {number}",) for number in range(50)])

    pages = [ids(club.search("градина", offset=offset, limit=20)) for offset in (0, 20, 40)]

    assert sorted(itertools.chain(*pages)) == list(range(50))
    assert club.search("градина", offset=20, limit=20).total == 50


@pytest.mark.parametrize(("order", "expected"), [("name", [1, 2, 0]), ("newest", [0, 2, 1])])
def test_another_order_is_the_engines(order, expected):
    club = Club(("Я градина", "bg", None, 1), ("А градина", "bg", None, 9), ("Б градина", "bg", None, 5))

    assert ids(club.search("градина", order=order)) == expected


def test_no_words_list_everything():
    club = Club(("Едно",), ("Друго",))

    assert club.search("").total == 2
    assert club.search("?!").total == 2


@pytest.mark.parametrize("asked", [{}, {"order": "newest"}])
@pytest.mark.parametrize("text", ["градина", "детска градина", ""])
def test_a_full_page_with_its_counts_takes_one_question(text, asked):
    club = Club(*[(f"Детска градина {number}",) for number in range(PAGE)], engine=Listening())

    found = club.search(text, counted=("place",), **asked)

    assert (found.total, set(found.counts), len(club.engine.asked)) == (PAGE, {"place"}, 1)


def test_too_little_takes_one_question_a_step():
    club = Club(("Детска градина", "bg", {"place": ("Видин",)}), ("Градина", "bg"), engine=Listening())

    found = club.search("детска градина", counted=("place",))

    assert (found.total, found.counts, len(club.engine.asked)) == (2, {"place": {"Видин": 1}}, 3)
