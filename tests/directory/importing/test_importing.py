"""What an import makes of the entries of a file."""

import pytest

from directory.importing.labels import known_topics
from directory.models import Entry, ImportRow, Origin, Profile, ProfileText, ValueMapping
from tests.directory.importing.conftest import bring, codes

pytestmark = pytest.mark.django_db

LONG = "Ние учим хората от квартала да отглеждат храна заедно и да я споделят помежду си. " * 6


def one(**values):
    """The profile of a file with one entry."""
    run = bring([{"name": "Хляб назаем"} | values], publish=True)
    return Profile.objects.get(pk=run.rows.get().profile_id), run


def test_an_entry_becomes_a_profile_with_its_facts():
    profile, run = one(country="BG", city="София", at=(42.7, 23.3), web="www.hlyab.bg", kinds="garden;shop")
    assert (profile.name, profile.slug, profile.folded_name) == ("Хляб назаем", "hlyab-nazaem", "hlyabnazaem")
    assert (profile.place.slug, profile.locality) == ("sofia", "")
    assert profile.position == (42.7, 23.3)
    assert profile.website == "http://www.hlyab.bg"
    assert (profile.theme.slug, profile.kind.slug) == ("climate", "company")
    assert [topic.slug for topic in profile.topics.all()] == ["gardens"]
    assert run.counts == {"created": 1, "updated": 0, "unchanged": 0, "doubtful": 0, "refused": 0}


def test_imported_profiles_are_drafts_unless_they_are_published():
    run = bring([{"name": "А"}])
    assert not Profile.objects.get(pk=run.rows.get().profile_id).live
    assert Entry.objects.count() == 0
    bring([{"name": "А"}], publish=True)
    profile = Profile.objects.get()
    assert profile.live
    assert profile.first_published_at
    assert set(Entry.objects.values_list("language", flat=True)) == {"bg", "en"}


def test_texts_are_kept_under_their_languages():
    texts = {
        "text:gr": "Κείμενο",
        "text:de_AT": "Kurzer Text",
        "text": "We are a garden where everybody is welcome to come.",
    }
    profile, _run = one(**texts)
    assert {text.language: text.summary for text in profile.texts.all()} == {
        "el": "Κείμενο",
        "de-AT": "Kurzer Text",
        "en": texts["text"],
    }
    assert profile.original_language == "en"


def test_what_is_longer_than_a_summary_goes_to_the_story():
    profile, _run = one(text=LONG)
    text = profile.texts.get()
    assert text.language == "bg"
    assert len(text.summary) <= 280
    assert text.summary.endswith("си.")
    assert text.story.startswith("<p>Ние учим")
    assert LONG.strip() in text.story


def test_a_text_in_a_language_that_nobody_can_tell_is_kept_as_unknown():
    profile, _run = one(text="Hm, 24.")
    assert profile.texts.get().language == "und"


def test_of_two_texts_in_one_language_the_marked_one_is_taken():
    text = "We are a garden where everybody is welcome to come and stay."
    profile, run = one(text=text, **{"text:en": "Marked."})
    assert profile.texts.get().summary == "Marked."
    assert codes(run) == ["text_twice"]


def test_contacts_are_nowhere_in_what_is_kept():
    profile, run = one(
        name="Хляб (info@hlyab.bg)",
        city="тел. 02 987 65 43",
        web="https://hlyab.bg info@hlyab.bg",
        text=LONG + " GSM 0888 123 456",
    )
    kept = [profile.name, profile.locality, profile.website, profile.search_text]
    kept += [field for text in ProfileText.objects.all() for field in (text.summary, text.story)]
    kept += [str(row.problems) for row in run.rows.all()]
    assert not any("@" in text or "0888" in text or "987" in text for text in kept)
    assert codes(run).count("contact") == 3


def test_a_broken_link_is_refused_and_the_row_is_not():
    profile, run = one(web="update6")
    assert profile.website == ""
    assert codes(run) == ["link"]


def test_several_addresses_are_a_website_and_links():
    profile, _run = one(web="https://a.example.org https://b.example.org")
    assert profile.website == "https://a.example.org"
    assert [link.url for link in profile.links.all()] == ["https://b.example.org"]


def test_markup_in_names_is_no_markup():
    profile, _run = one(name="<b>Bread</b> &amp; <script>alert(1)</script>Co\u202e")
    assert profile.name == "Bread & Co"


def test_the_country_may_be_written_in_many_ways():
    for number, written in enumerate(["Österreich", "AT", "austria", "АВСТРИЯ"]):
        run = bring([{"name": f"A{number}", "id": f"a{number}", "country": written}])
        assert run.rows.get().profile.place.code == "AT"
        assert codes(run) == []


def test_where_country_and_position_contradict_the_position_decides():
    profile, run = one(country="SR", at=(48.7, 19.1))
    assert profile.place.code == "SK"
    assert codes(run) == ["country_elsewhere"]


def test_a_position_just_behind_the_border_contradicts_nothing():
    profile, run = one(country="HR", at=(42.655, 18.11))
    assert profile.place.code == "HR"
    assert codes(run) == []


def test_swapped_coordinates_are_put_right():
    profile, run = one(country="LV", at=(24.1, 56.95))
    assert profile.position == (56.95, 24.1)
    assert codes(run) == ["swapped"]


def test_an_unknown_country_is_told_by_the_position_or_waits():
    profile, run = one(country="Aberdeenshire", at=(57.15, -2.1))
    assert profile.place.code == "GB"
    assert codes(run) == ["country_from_position"]
    run = bring([{"name": "Nowhere", "id": "9", "country": "Atlantis"}])
    assert run.rows.get().profile.place is None
    assert codes(run) == ["country_waits"]
    waiting = ValueMapping.objects.filter(field="country", state="waiting")
    assert sorted(waiting.values_list("value", flat=True)) == ["Aberdeenshire", "Atlantis"]


def test_what_editors_decide_about_a_value_counts_in_the_next_run():
    entries = [{"name": "A", "country": "Atlantis", "kinds": "kiosk"}]
    bring(entries)
    profile = Profile.objects.get()
    country = ValueMapping.objects.get(field="country")
    country.place, country.state = one(country="BG", id="2", name="B")[0].place, "mapped"
    country.save()
    word = ValueMapping.objects.get(field="kinds")
    word.state = "ignored"
    word.save()
    run = bring(entries)
    assert (run.updated, codes(run)) == (1, [])
    assert Profile.objects.get(pk=profile.pk).place.code == "BG"


def test_values_of_foreign_vocabularies_that_nobody_knows_wait():
    _profile, run = one(kinds="garden; kiosk")
    assert codes(run) == ["value_waits"]
    states = dict(ValueMapping.objects.filter(field="kinds").values_list("value", "state"))
    assert states == {"garden": "mapped", "kiosk": "waiting"}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"name": ""}, "no_name"),
        ({"name": "info@example.org"}, "no_name"),
        ({"name": "A", "id": ""}, "no_id"),
        ({"name": "A", "id": "x" * 201}, "long_id"),
        ({"name": "A", "at": (91, 0)}, "off_earth"),
        ({"name": "A", "lat": "NaN", "lon": "1"}, "not_position"),
        ({"name": "A", "lat": "42,5", "lon": "x"}, "not_position"),
    ],
)
def test_a_row_that_is_no_profile_is_refused_and_the_others_are_not(entry, code):
    run = bring([entry, {"name": "Good", "id": "good"}])
    assert (run.refused, run.created) == (1, 1)
    assert code in codes(run)
    assert Profile.objects.count() == 1


def test_the_second_row_with_an_identifier_is_refused(small_batches):
    run = bring(
        [{"name": "A", "id": "1"}, {"name": "B", "id": "1"}, {"name": "C", "id": "2"}, {"name": "D", "id": "1"}]
    )
    assert (run.created, run.refused) == (2, 2)
    assert codes(run, 4) == ["id_twice"]


def test_the_same_name_makes_a_duplicate_possible_and_the_same_place_likely():
    run = bring(
        [
            {"name": "Хляб назаем", "at": (42.70, 23.30)},
            {"name": "хляб  НАЗАЕМ!", "at": (42.79, 23.39)},
            {"name": "Hlyab nazaem", "at": (43.5, 27.9)},
            {"name": "Друго", "at": (42.7, 23.3)},
        ]
    )
    likeness = dict(run.rows.values_list("line", "likeness"))
    assert likeness == {1: "likely", 2: "likely", 3: "possible", 4: ""}
    assert run.created == 4
    again = bring([{"name": "Хляб назаем", "id": "elsewhere"}], source="another", dry=True)
    assert codes(again) == ["possible"]


def test_two_profiles_with_one_name_get_two_addresses():
    bring([{"name": "Градина"}, {"name": "Градина"}, {"name": "градина"}])
    assert sorted(Profile.objects.values_list("slug", flat=True)) == ["gradina", "gradina-2", "gradina-3"]


def test_a_rehearsal_tells_everything_and_changes_no_profile():
    run = bring([{"name": "A", "kinds": "garden;kiosk"}, {"name": ""}], dry=True)
    assert (run.created, run.refused) == (1, 1)
    assert codes(run) == ["value_waits"]
    assert Profile.objects.count() == Origin.objects.count() == 0
    assert known_topics()[0] == {}
    assert ImportRow.objects.count() == 2


def test_our_own_format_is_read_without_a_mapping():
    content = (
        "source_id,slug,name,name:en,original_language,kind,founded,stage,theme,other_themes,target_groups,innovation_types,"
        "sdgs,country,province,locality,latitude,longitude,website,links,summary:bg,story:bg,visibility,verified,confirmed_on\n"
        "7,moyat-adres,Хляб,Bread,bg,association,1999,idea,climate,poverty;education,youth,service,,BG,Пловдив,Пловдив,"
        "42.1,24.7,https://a.bg,https://b.bg https://c.bg,Кратко.,<p>Дълго.</p>,unlisted,yes,2026-01-02\n"
    )
    run = bring(content.encode(), mapping="own", publish=True)
    profile = run.rows.get().profile
    assert codes(run, 2) == []
    assert (profile.slug, profile.founded, profile.visibility, profile.verified) == (
        "moyat-adres",
        1999,
        "unlisted",
        True,
    )
    assert profile.confirmed_on.isoformat() == "2026-01-02"
    assert [term.slug for term in profile.other_themes.order_by("slug")] == ["education", "poverty"]
    assert profile.place.slug == "plovdiv"
    assert [link.url for link in profile.links.all()] == ["https://b.bg", "https://c.bg"]
    assert profile.texts.get(language="bg").story == "<p>Дълго.</p>"
    assert profile.texts.get(language="en").name == "Bread"
    assert profile.name_in("en") == ("Bread", "en")
