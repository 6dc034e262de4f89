"""Profiles on the translation board: missing, out of date, current; and the box that says that a text still fits."""

import pytest
from django.urls import reverse

from core.board.registry import State
from directory.board import ProfileSource
from directory.models import Profile
from tests.directory.admin.conftest import save, url
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db
BOTH = {"bg": "Шием.", "en": "We sew."}


def cell(profile, language="en"):
    rows = ProfileSource().rows(UserFactory(group="Translators"))
    return next(row for row in rows if row.key == str(profile.pk)).cells[language]


@pytest.fixture
def publish(log_in):
    """Publish `profile` from the form with some of its texts changed."""
    client = log_in("Moderators")

    def publish(profile, action="publish", **texts):
        sent = {"name_bg": profile.name, "summary_bg": "Шием.", "summary_en": "We sew."} | texts
        assert save(client, profile, action=action, **sent).status_code == 302

    return publish


def test_a_profile_without_a_text_in_a_language_is_missing_there():
    profile = ProfileFactory(texts={"bg": "Шием."})
    assert (cell(profile, "bg").state, cell(profile).state) == (State.ORIGINAL, State.MISSING)


def test_a_name_alone_is_no_translation():
    profile = ProfileFactory(texts={"bg": "Шием.", "en": ""})
    assert cell(profile).state == State.MISSING


def test_what_is_published_together_is_current():
    assert cell(ProfileFactory(texts=BOTH)).state == State.CURRENT


def test_a_translation_is_out_of_date_when_the_originals_text_was_published_again(publish):
    profile = ProfileFactory(texts=BOTH)
    publish(profile, summary_bg="Шием палатки.")
    assert cell(profile).state == State.STALE
    publish(profile, summary_bg="Шием палатки.", summary_en="We sew tents.")
    assert cell(profile).state == State.CURRENT


def test_facts_and_drafts_make_nothing_out_of_date(publish):
    profile = ProfileFactory(texts=BOTH)
    publish(profile, founded="2020")
    publish(profile, action="", summary_bg="Още не е публикувано.")
    assert cell(profile).state == State.CURRENT


def test_a_draft_of_a_missing_text_is_a_draft(publish):
    profile = ProfileFactory(texts={"bg": "Шием."})
    publish(profile, action="")
    assert cell(profile).state == State.DRAFT


def test_an_editor_says_that_the_translation_still_fits(publish):
    profile = ProfileFactory(texts=BOTH)
    publish(profile, summary_bg="Шием, и то добре.")
    publish(profile, summary_bg="Шием, и то добре.", confirms_en="on")
    assert cell(profile).state == State.CURRENT
    publish(profile, summary_bg="Шием палатки.")
    assert cell(profile).state == State.STALE


def test_the_box_is_there_only_for_what_is_out_of_date(publish, client):
    profile = ProfileFactory(texts=BOTH)
    assert "confirms_en" not in client.get(url("edit", profile.pk)).context["form"].fields
    publish(profile, summary_bg="Шием палатки.")
    assert set(client.get(url("edit", profile.pk)).context["form"].fields) >= {"confirms_en"}


def test_the_editor_of_rich_text_makes_nothing_out_of_date_by_opening_a_story(publish):
    profile = ProfileFactory(texts=BOTH)
    profile.texts.filter(language="bg").update(story="<p>Дълго.</p>")
    Profile.objects.get(pk=profile.pk).save_revision().publish()
    Profile.objects.get(pk=profile.pk).texts.update(story='<p data-block-key="x1">Дълго.</p>')
    Profile.objects.get(pk=profile.pk).save_revision().publish()
    assert cell(profile).state == State.CURRENT


def test_an_older_version_that_comes_back_whole_is_current(publish):
    profile = ProfileFactory(texts=BOTH)
    first = profile.latest_revision
    publish(profile, summary_bg="Шием палатки.", summary_en="We sew tents.")
    first.publish()
    assert cell(profile).state == State.CURRENT


def test_the_action_opens_the_editor_at_the_language(client, home_bg):
    profile = ProfileFactory(texts={"bg": "Шием."})
    client.force_login(UserFactory(group="Translators"))
    address = reverse("translation_board:act", args=["profiles", profile.pk, "en", "translate"])
    assert client.post(address).url == f"{url('edit', profile.pk)}#text-en"
    html = client.get(url("edit", profile.pk)).content.decode()
    assert 'id="text-en"' in html


@pytest.mark.parametrize("key", ["0", "x", "9" * 30])
def test_what_is_not_there_is_not_found(client, home_bg, key):
    client.force_login(UserFactory(group="Translators"))
    address = reverse("translation_board:act", args=["profiles", key, "en", "translate"])
    assert client.post(address).status_code == 404


def test_who_may_not_change_profiles_has_no_rows():
    ProfileFactory()
    assert ProfileSource().rows(UserFactory()) == []


def test_the_board_asks_three_questions_however_many_profiles_there_are(django_assert_num_queries):
    for _number in range(4):
        ProfileFactory(texts=BOTH)
    user = UserFactory(is_superuser=True)
    with django_assert_num_queries(3):
        assert len(ProfileSource().rows(user)) == 4
