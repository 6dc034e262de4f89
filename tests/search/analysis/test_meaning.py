"""What the beginning of a text may mean besides."""

import pytest

from search.analysis import Synonyms, meanings_of
from search.analysis.meaning import MOST

GROUPS = Synonyms([["НПО", "неправителствена организация", "NGO"], ["co-op", "кооперация"]])
NPO, ORGANISATION, NGO = ("0npo",), ("0nepravitelstvn_0organizak",), ("ngo",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("НПО", {ORGANISATION, NGO}),
        ("нп", {ORGANISATION, NGO}),
        ("npo", {ORGANISATION, NGO}),
        ("неправителствена ор", {NPO, NGO}),
        ("н", set()),
        ("организация", set()),
        ("неправителствена хлебарница", set()),
        ("", set()),
    ],
)
def test_a_whole_phrase_or_its_beginning_means_the_others_of_its_group(typed, meant):
    assert {one.keys for one in meanings_of(typed, "bg", GROUPS)} == meant


def test_what_else_was_typed_is_still_looked_for():
    found = meanings_of("NGO Соф", "bg", GROUPS)
    assert {one.keys for one in found} == {NPO, ORGANISATION}
    assert {one.prefixes for one in found} == {(("соф", "0sof"),)}


def test_few_are_looked_for_however_many_groups_begin_so():
    many = Synonyms([[f"хлебар{number}", f"bakery{number}"] for number in range(100)])
    assert len(meanings_of("хлеб", "bg", many)) == MOST
