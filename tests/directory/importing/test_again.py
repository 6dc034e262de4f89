"""The next import of a source: what is the same stays untouched, what editors changed stays theirs."""

import pytest
from wagtail.models import Revision

from core.models import ContentVersion
from directory.models import Entry, Origin, Profile
from tests.directory.importing.conftest import bring, codes

pytestmark = pytest.mark.django_db

FIRST = {"name": "Градина", "text:bg": "Садим.", "web": "https://a.example.org", "kinds": "garden"}


def edit(profile, *, publish=True, **values):
    """Change a profile as an editor does."""
    for name, value in values.items():
        setattr(profile, name, value)
    revision = profile.save_revision()
    if publish:
        revision.publish()


def test_the_second_run_changes_nothing(django_assert_max_num_queries):
    bring([FIRST], publish=True)
    before = Profile.objects.values().get(), Origin.objects.values().get(), list(Entry.objects.values())
    version = ContentVersion.objects.now()
    with django_assert_max_num_queries(40):
        run = bring([FIRST], publish=True)
    assert run.counts == {"created": 0, "updated": 0, "unchanged": 1, "doubtful": 0, "refused": 0}
    assert (Profile.objects.values().get(), Origin.objects.values().get(), list(Entry.objects.values())) == before
    assert Revision.objects.count() == 0
    assert ContentVersion.objects.now() == version


def test_what_the_source_changed_follows():
    bring([FIRST], publish=True)
    changed = FIRST | {"name": "Нова градина", "text:bg": "Копаем.", "text:en": "We dig.", "kinds": "shop", "web": ""}
    run = bring([changed], publish=True)
    profile = Profile.objects.get()
    assert (run.updated, run.doubtful) == (1, 0)
    assert (profile.name, profile.website, profile.theme, profile.kind.slug) == ("Нова градина", "", None, "company")
    assert {text.language: text.summary for text in profile.texts.all()} == {"bg": "Копаем.", "en": "We dig."}
    assert not profile.topics.all()
    assert profile.slug == "gradina"
    assert Entry.objects.get(language="en").name == "Нова градина"
    assert profile.folded_name == "novagradina"


def test_what_an_editor_changed_stays_and_is_reported():
    bring([FIRST], publish=True)
    edit(Profile.objects.get(), website="https://better.example.org")
    run = bring([FIRST | {"web": "https://c.example.org", "text:bg": "Копаем."}], publish=True)
    profile = Profile.objects.get()
    assert (run.doubtful, codes(run)) == (1, ["kept"])
    assert profile.website == "https://better.example.org"
    assert profile.texts.get().summary == "Копаем."
    draft = profile.get_latest_revision_as_object()
    assert (draft.website, draft.texts.get().summary) == ("https://better.example.org", "Копаем.")
    assert not profile.has_unpublished_changes


def test_what_an_editor_changed_stays_while_the_source_says_what_it_said():
    bring([FIRST], publish=True)
    edit(Profile.objects.get(), name="По-добро име")
    run = bring([FIRST | {"text:bg": "Копаем."}], publish=True)
    assert (run.updated, codes(run)) == (1, [])
    assert Profile.objects.get().name == "По-добро име"


def test_a_draft_in_progress_is_never_lost():
    bring([FIRST], publish=True)
    edit(Profile.objects.get(), name="Чернова", publish=False)
    run = bring([FIRST | {"text:bg": "Копаем."}], publish=True)
    profile = Profile.objects.get()
    assert (run.doubtful, codes(run)) == (1, ["draft"])
    assert profile.texts.get().summary == "Садим."
    assert profile.get_latest_revision_as_object().name == "Чернова"
    profile.latest_revision.publish()
    run = bring([FIRST | {"text:bg": "Копаем."}], publish=True)
    assert run.updated == 1
    assert Profile.objects.get().name == "Чернова"


def test_a_locked_profile_stays_as_it_is():
    bring([FIRST], publish=True)
    Profile.objects.update(locked=True)
    run = bring([FIRST | {"name": "Друго"}], publish=True)
    assert (run.doubtful, codes(run)) == (1, ["locked"])
    assert Profile.objects.get().name == "Градина"


def test_a_profile_that_somebody_deleted_does_not_come_back():
    bring([FIRST], publish=True)
    Profile.objects.get().delete()
    run = bring([FIRST], publish=True)
    assert (run.doubtful, codes(run)) == (1, ["deleted"])
    assert Profile.objects.count() == 0


def test_a_profile_that_somebody_unpublished_is_not_published_again():
    bring([FIRST], publish=True)
    Profile.objects.get().unpublish()
    for text in ("Копаем.", "Поливаме."):
        bring([FIRST | {"text:bg": text}], publish=text == "Поливаме.")
        assert not Profile.objects.get().live
    assert Entry.objects.count() == 0


def test_merged_profiles_keep_what_either_source_brings_apart():
    bring([FIRST, {"name": "Градина 2"}], publish=True)
    first, second = Profile.objects.order_by("pk")
    Origin.objects.filter(profile=second).update(profile=first)
    second.delete()
    run = bring([FIRST, {"name": "Градина 3"}], publish=True)
    assert (run.unchanged, run.doubtful) == (1, 1)
    assert Profile.objects.get().name == "Градина"


def test_a_file_of_ours_finds_its_profiles_by_their_slugs():
    bring([FIRST], publish=True)
    run = bring("source_id,slug,name,founded\nx,gradina,Градина,1999\n".encode(), mapping="own", source="export")
    profile = Profile.objects.get()
    assert (run.updated, profile.founded, profile.origins.count()) == (1, 1999, 2)
