"""Versions, previews, locks and schedules of a profile."""

import pytest
from bs4 import BeautifulSoup

from directory.models import Profile
from tests.directory.admin.conftest import FORM, latest, save, url
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(moderator):
    """A profile of which a second version differs in both languages."""
    profile = ProfileFactory(name="Ателие", texts={"bg": "Шием дрехи.", "en": "We sew clothes."})
    sent = {"name_bg": "Ателие", "summary_bg": "Шием палатки.", "name_en": "Studio", "summary_en": "We sew tents."}
    save(moderator, profile, **sent)
    return Profile.objects.get()


def test_the_comparison_of_versions_shows_changes_language_by_language(moderator, changed):
    answer = moderator.get(url("revisions_compare", changed.pk, "live", "latest"))
    page = BeautifulSoup(answer.content, "html.parser")
    lines = {line.get_text(): line.find_next("dd") for line in page.select(".comparison dt")}
    assert set(lines) == {"Bulgarian: summary", "English: name", "English: summary"}
    assert lines["English: summary"].find("ins").get_text() == "tents."


def test_an_older_version_comes_back_with_its_texts(moderator, changed):
    first = changed.revisions.order_by("pk").first()
    form = moderator.get(url("revisions_revert", changed.pk, first.pk)).context["form"]
    assert form["summary_en"].value() == "We sew clothes."


def test_what_is_decided_outside_of_versions_stays_when_one_comes_back(changed):
    Profile.objects.update(verified=True)
    changed.revisions.order_by("pk").first().publish()
    assert Profile.objects.get().verified


@pytest.mark.parametrize(("language", "text"), [("bg", "Шием палатки."), ("en", "We sew tents.")])
def test_a_draft_is_previewed_in_each_language(moderator, changed, language, text):
    answer = moderator.get(url("revisions_view", changed.pk, changed.latest_revision_id), {"mode": language})
    assert answer.status_code == 200
    moderator.post(url("preview_on_edit", changed.pk), FORM | {"name_bg": "Ателие", f"summary_{language}": text})
    shown = moderator.get(url("preview_on_edit", changed.pk), {"mode": language}).content.decode()
    assert text in shown
    assert f'<html lang="{language}">' in shown


def test_a_profile_that_somebody_locked_is_not_changed_by_others(log_in):
    profile = ProfileFactory(name="Ателие")
    log_in("Moderators").post(url("lock", profile.pk))
    save(log_in("Editors"), profile, name_bg="Друго")
    assert latest(profile).name == "Ателие"


def test_a_profile_can_be_published_by_the_clock(moderator):
    save(moderator, None, action="publish", name_bg="Утре", go_live_at="2099-01-01 10:00")
    profile = Profile.objects.get()
    assert not profile.live
    assert profile.scheduled_revision is not None


def test_history_says_what_was_done(moderator):
    profile = ProfileFactory()
    moderator.post(url("state", "verify", profile.pk))
    moderator.post(url("state", "confirm", profile.pk))
    html = moderator.get(url("history", profile.pk)).content.decode()
    assert "Verified" in html
    assert "Confirmed" in html
