"""The screens on which editors decide whether two profiles are one."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from directory.models import NotSame, Profile
from tests.directory.admin.conftest import url
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db

LIST, MERGE, APART = (reverse(f"directory_duplicates:{name}") for name in ("index", "merge", "not_same"))


@pytest.fixture
def pair():
    return [
        ProfileFactory(name="Хляб", texts={"bg": "Едно."}),
        ProfileFactory(name="Хляб", texts={"bg": "Друго."}, founded=2020),
    ]


def sent(pair, **data):
    return {"profile": [profile.pk for profile in pair]} | data


def test_groups_are_listed_with_both_addresses(moderator, pair):
    html = moderator.get(LIST).content.decode()
    assert all(profile.slug in html for profile in pair)


def test_two_stand_side_by_side_with_a_choice_where_they_differ(moderator, pair):
    page = BeautifulSoup(moderator.get(MERGE, sent(pair)).content, "html.parser")
    assert {choice["name"] for choice in page.select("input[type=radio]")} == {"stays", "take_bg_summary"}
    assert "Друго." in page.select_one(".merge").get_text()


def test_a_merge_takes_what_was_chosen_and_is_in_the_log(moderator, pair):
    first, second = pair
    response = moderator.post(MERGE, sent(pair, stays=second.pk, take_bg_summary=first.pk))
    assert response.url == LIST
    profile = Profile.objects.get()
    assert (profile.pk, profile.texts.get().summary) == (second.pk, "Едно.")
    assert ModelLogEntry.objects.get(action="directory.merge").data == {"name": "Хляб", "slug": first.slug}
    assert f"({first.slug}) was merged into it" in moderator.get(url("history", profile.pk)).content.decode()


def test_a_choice_that_is_missing_is_asked_for_again(moderator, pair):
    response = moderator.post(MERGE, sent(pair, stays=pair[0].pk))
    assert response.status_code == 200
    assert Profile.objects.count() == 2


def test_those_that_are_not_the_same_leave_the_list(moderator, pair):
    moderator.post(APART, sent(pair))
    assert NotSame.objects.count() == 1
    assert moderator.get(LIST).context["found"] == []


@pytest.mark.parametrize("ids", [[], ["1"], ["x", "y"], ["9" * 40, "1"]])
def test_two_are_needed(moderator, ids):
    assert moderator.get(MERGE, {"profile": ids}).url == LIST
    assert moderator.post(MERGE, {"profile": ids}).status_code == 404


def test_editors_see_what_looks_alike_and_merge_nothing(editor, pair):
    page = BeautifulSoup(editor.get(LIST).content, "html.parser").select_one(".duplicates")
    assert page.select("a")
    assert not page.select("button, input")
    editor.post(MERGE, sent(pair, stays=pair[0].pk, take_bg_summary=pair[0].pk))
    editor.post(APART, sent(pair))
    assert Profile.objects.count() == 2
    assert not NotSame.objects.exists()
