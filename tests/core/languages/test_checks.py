"""What a page declares as following its original is checked before the site starts."""

import pytest

from blog.models import BlogPage
from core.languages.checks import check_followed_fields


def found(monkeypatch, names):
    monkeypatch.setattr(BlogPage, "followed_fields", names)
    return [error.id for error in check_followed_fields(None) if error.obj is BlogPage]


def test_the_pages_of_the_site_are_in_order():
    assert check_followed_fields(None) == []


@pytest.mark.parametrize(
    ("name", "error"), [("weather", "core.E101"), ("topics", "core.E102"), ("lead", "core.E104"), ("body", "core.E104")]
)
def test_what_cannot_follow_is_named(monkeypatch, name, error):
    assert found(monkeypatch, [name]) == [error]


def test_a_field_that_translators_may_set_themselves_is_named(monkeypatch):
    monkeypatch.setattr(BlogPage, "override_translatable_fields", [])

    assert found(monkeypatch, ["image"]) == ["core.E105"]
