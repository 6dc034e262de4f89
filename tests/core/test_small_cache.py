"""What the small cache keeps, and what it must not."""

import pytest

from core import cache
from core.cache import remember, remember_each
from core.changes.transactions import is_changing, one_change
from core.models import SiteSettings
from core.tree import tree

pytestmark = pytest.mark.django_db


def rename(name):
    settings = SiteSettings.for_language("bg")
    settings.name = name
    settings.save()


def test_what_is_built_inside_a_change_that_is_not_counted_yet_is_not_kept(site):
    remember("answer", lambda: "before")
    with one_change():
        assert not is_changing()
        rename("Друг клуб")
        assert is_changing()
        assert remember("answer", lambda: "within") == "within"
    assert not is_changing()
    assert remember("answer", lambda: "after") == "after"
    assert remember("answer", lambda: "later") == "after"


def test_of_several_keys_only_those_not_known_yet_are_built(site):
    asked = []

    def build(missing):
        asked.append(list(missing))
        return {key: key.upper() for key in missing if key != "gone"}

    assert remember_each("letters", ["a", "b"], build) == {"a": "A", "b": "B"}
    assert remember_each("letters", ["b", "c", "gone"], build) == {"b": "B", "c": "C"}
    assert asked == [["a", "b"], ["c", "gone"]]


def test_a_change_makes_each_of_them_anew(site):
    remember_each("letters", ["a"], lambda missing: {"a": "old"})
    rename("Друг клуб")
    assert remember_each("letters", ["a"], lambda missing: {"a": "new"}) == {"a": "new"}


def test_what_is_known_of_one_kind_is_bounded(site, monkeypatch):
    monkeypatch.setattr(cache, "MOST", 2)
    remember_each("letters", ["a", "b"], lambda missing: dict.fromkeys(missing, 1))
    remember_each("letters", ["c"], lambda missing: dict.fromkeys(missing, 1))
    asked = []
    remember_each("letters", ["a", "c"], lambda missing: asked.extend(missing) or dict.fromkeys(missing, 1))
    assert asked == ["a"]


def test_the_tree_knows_at_once_what_was_unpublished(site, home_en):
    assert tree().by_pk[home_en.pk].public
    home_en.unpublish()
    assert not tree().by_pk[home_en.pk].public
    assert not tree().by_pk[home_en.pk].live
