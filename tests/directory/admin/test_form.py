"""The form of a profile: what it takes, what it refuses, and that nothing typed is lost."""

import json

import pytest

from directory.models import FormerSlug, Profile, ProfileText
from tests.directory.admin.conftest import latest, save, story, url
from tests.directory.factories import ProfileFactory, town

pytestmark = pytest.mark.django_db


def errors(response):
    return response.context["form"].errors


def test_an_editor_writes_both_languages_side_by_side(editor):
    response = save(editor, name_bg="Хляб назаем", summary_bg="Заем.", story_bg=story("Заеми"), name_en="Bread on loan")
    profile = Profile.objects.get()
    assert response.url == url("edit", profile.pk)
    assert (profile.name, profile.slug, profile.live) == ("Хляб назаем", "hlyab-nazaem", False)
    texts = {text.language: text for text in profile.texts.all()}
    assert ">Заеми</p>" in texts["bg"].story
    assert (texts["bg"].name, texts["en"].name) == ("", "Bread on loan")


def test_a_language_in_which_nothing_is_said_has_no_text(editor):
    save(editor, name_bg="Ателие", summary_bg="Шием.", summary_en="", name_en="Ателие")
    assert [text.language for text in ProfileText.objects.all()] == ["bg"]


def test_a_text_that_is_emptied_goes(editor):
    profile = ProfileFactory(texts={"bg": "Учим.", "en": "We teach."}, live=False)
    save(editor, profile, name_bg=profile.name, summary_bg="Учим.", summary_en="")
    assert [text.language for text in Profile.objects.get().texts.all()] == ["bg"]


def test_a_name_in_the_language_of_the_original_is_asked_for(editor):
    response = save(editor, original_language="en", name_bg="Само тук")
    assert list(errors(response)) == ["name_en"]
    assert not Profile.objects.exists()


def test_the_names_stay_with_their_languages_when_the_original_is_another_one(editor):
    profile = ProfileFactory(name="Хляб", live=False, texts={"bg": "Хляб.", "en": "Bread."})
    save(editor, profile, original_language="en", name_bg="Хляб", name_en="Bread", summary_bg="a", summary_en="b")
    profile = Profile.objects.get()
    assert (profile.name, profile.name_in("bg")) == ("Bread", ("Хляб", "bg"))


def test_languages_that_an_import_brought_are_kept_and_can_be_edited(editor):
    profile = ProfileFactory(live=False, texts={"bg": "Учим.", "de": "Wir lehren."})
    assert "summary_de" in editor.get(url("edit", profile.pk)).context["form"].fields
    save(editor, profile, name_bg="Учим", summary_bg="Учим.")
    assert {text.language for text in latest(profile).texts.all()} == {"bg", "de"}
    save(editor, profile, name_bg="Учим", summary_bg="Учим.", summary_de="Lehre.", story_de=story())
    assert latest(profile).texts.get(language="de").summary == "Lehre."


def test_nothing_typed_is_lost_when_something_is_refused(editor):
    response = save(editor, name_bg="Ателие", summary_en="x" * 281, story_bg=story("Дълга история"), locality="Село")
    html = response.content.decode()
    assert list(errors(response)) == ["summary_en"]
    assert "Дълга история" in response.context["form"]["story_bg"].value()
    assert "x" * 281 in html
    assert 'value="Село"' in html


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_bg", "Ателие\u202eеилетА"),
        ("name_en", "Аtelier"),
        ("summary_en", "quiet\u200bword"),
        ("story_bg", story("тихо\u2066име")),
        ("website", "javascript:alert(1)"),
        ("website", "data:text/html,x"),
        ("website", "ftp://example.org/"),
        ("latitude", "91"),
        ("founded", "1500"),
    ],
)
def test_what_hides_something_or_leads_astray_is_refused(editor, field, value):
    response = save(editor, **({"name_bg": "Ателие"} | {field: value}))
    assert field in errors(response)
    assert not Profile.objects.exists()


def test_a_link_elsewhere_is_an_address_of_the_web(editor):
    links = {"links-TOTAL_FORMS": "1", "links-0-url": "javascript:alert(1)", "links-0-ORDER": "1"}
    response = save(editor, name_bg="Ателие", **links)
    assert response.status_code == 200
    assert not Profile.objects.exists()


def test_a_story_posted_around_the_editor_brings_no_script(editor):
    block = {"key": "a", "text": "тук", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"offset": 0, "length": 3, "key": 0}]
    evil = {"blocks": [block], "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "x"}}}}
    evil["entityMap"]["0"]["data"]["url"] = "javascript:alert(1)"
    save(editor, name_bg="Ателие", story_bg=json.dumps(evil), summary_bg="<img src=x onerror=alert(1)>")
    profile = Profile.objects.get()
    assert "javascript" not in profile.texts.get().story
    html = editor.get(url("edit", profile.pk)).content.decode()
    assert "<img src=x" not in html


def test_markup_in_a_name_is_shown_as_it_was_typed(editor):
    save(editor, name_bg="<b>Ателие</b>")
    for address in (url("list"), url("edit", Profile.objects.get().pk)):
        assert "<b>Ателие</b>" not in editor.get(address).content.decode()


def test_a_position_far_from_the_settlement_is_refused_with_both_named(editor):
    plovdiv = town("plovdiv")
    response = save(editor, name_bg="Ателие", place=plovdiv.pk, latitude="43.2", longitude="27.9")
    assert "282 км" in str(errors(response)["latitude"])
    save(editor, name_bg="Ателие", place=plovdiv.pk, latitude="42.2", longitude="24.8")
    assert Profile.objects.get().position == (42.2, 24.8)


def test_half_a_position_is_refused(editor):
    assert list(errors(save(editor, name_bg="Ателие", latitude="42.2"))) == ["longitude"]


def test_what_the_form_does_not_have_cannot_be_posted(moderator):
    save(moderator, name_bg="Ателие", verified="on", is_demonstration="on", confirmed_on="2026-01-01", live="on")
    profile = Profile.objects.get()
    assert (profile.verified, profile.is_demonstration, profile.confirmed_on, profile.live) == (
        False,
        False,
        None,
        False,
    )


def test_the_address_of_another_profile_is_refused_also_a_former_one(editor):
    other = ProfileFactory(name="Старо име")
    other.slug = "novo-ime"
    other.save_revision().publish()
    assert FormerSlug.objects.get().slug == "staro-ime"
    assert list(errors(save(editor, name_bg="Друго", slug="novo-ime"))) == ["slug"]
    assert list(errors(save(editor, name_bg="Друго", slug="staro-ime"))) == ["slug"]


def test_a_profile_may_have_its_own_former_address_back(moderator):
    profile = ProfileFactory(name="Старо име")
    for slug in ("novo-ime", "staro-ime"):
        save(moderator, profile, action="publish", name_bg="Старо име", slug=slug)
    profile = Profile.objects.get()
    assert profile.slug == "staro-ime"
    assert [former.slug for former in profile.former_slugs.all()] == ["novo-ime"]


def test_a_draft_whose_address_somebody_else_took_meanwhile_gets_the_next_one():
    profile = ProfileFactory(name="Първи")
    profile.slug = "hubav"
    revision = profile.save_revision()
    ProfileFactory(name="Втори", slug="hubav")
    revision.publish()
    assert Profile.objects.get(pk=profile.pk).slug == "hubav-2"


def test_vocabularies_speak_the_language_of_the_editor(log_in):
    html = log_in("Editors", "bg").get(url("add")).content.decode()
    assert "Социално включване" in html
    assert "Чиста вода" in html


def test_the_slug_is_proposed_from_the_name_in_the_browser(editor):
    form = editor.get(url("add")).context["form"]
    assert "w-slug" in str(form["slug"])
    assert "#id_slug" in str(form["name_bg"])
    live = ProfileFactory()
    assert "w-sync#apply" not in str(editor.get(url("edit", live.pk)).context["form"]["name_bg"])
