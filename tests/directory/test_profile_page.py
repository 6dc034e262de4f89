"""A profile's page as readers get it."""

import datetime
import json
import re

import pytest

from directory.models import Profile, ProfileLink, ProfileText
from directory.structured_data import organisation
from tests.directory.factories import ProfileFactory
from tests.images.factories import ImageFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def shown(client, profile, language="bg"):
    response = client.get(f"/{language}/directory/{profile.slug}/")
    assert response.status_code == 200, response
    return " ".join(response.content.decode().split())


def data(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])


def with_story(profile, story):
    profile.texts.update(story=story)
    profile.save()
    return profile


def test_it_says_who_where_and_what(client):
    profile = ProfileFactory(
        name="Черги със смисъл", kind="social-enterprise", theme="labour-market", themes=["climate"], stage="pilot",
        place="gabrovo", founded=2019, groups=["over-55"], sdgs=["no-poverty"], topics=[TopicFactory(slug="tkane")],
        website="https://www.chergi.example.org/za-nas", texts={"bg": "Тъкат черги."},
    )  # fmt: skip
    html = shown(client, profile)

    assert "<h1>Черги със смисъл</h1>" in html
    assert "Социално предприятие · Габрово" in html.replace("&nbsp;", " ")
    assert '<p class="lead">Тъкат черги.</p>' in html
    assert re.findall(r"<dt>([^<]+)</dt>", html) == [
        "Тема", "Етап", "Основано", "За кого", "Цели на ООН", "Етикети", "Сайт",
    ]  # fmt: skip
    assert (
        '<a href="https://www.chergi.example.org/za-nas" rel="external noopener nofollow ugc">chergi.example.org</a>'
        in html
    )
    assert 'href="/bg/topics/tkane/"' in html
    assert 'href="/bg/directory/?theme=climate"' in html


def test_a_photo_takes_the_place_of_the_motif(client):
    assert '<div class="shot"><picture>' in shown(client, ProfileFactory(image=ImageFactory(size=(640, 640))))


def test_texts_in_another_language_are_marked(client):
    html = shown(client, ProfileFactory(name="Само тук", texts={"bg": "Учим занаят."}), "en")

    assert '<h1 lang="bg" dir="auto">Само тук</h1>' in html
    assert '<span class="in-language">in Bulgarian</span>' in html
    assert '<div class="prose" lang="bg" dir="auto">' in html


def test_a_text_in_a_language_of_no_site_is_kept_and_marked(client):
    profile = ProfileFactory(name="Quartiersgarten", original_language="de", texts={"de": "Ein Garten für alle."})
    html = shown(client, profile)

    assert 'lang="de" dir="auto">Quartiersgarten</h1>' in html
    assert '<span class="in-language">на немски</span>' in html


def test_a_text_in_an_unknown_language_claims_none(client):
    html = shown(client, ProfileFactory(texts={"und": "Quo vadis?"}))

    assert '<div class="prose" lang="und" dir="auto">' in html
    assert "in-language" not in html


def test_a_story_is_cleaned_whatever_stands_in_the_database(client):  # case 20
    profile = with_story(
        ProfileFactory(),
        '<p onclick="x()">Начало<script>alert(1)</script> <a href="javascript:alert(1)">тук</a></p><iframe src="/">',
    )
    html = shown(client, profile)

    assert "<p>Начало <a>тук</a></p>" in html
    assert "alert(1)" not in html
    assert "<iframe" not in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http:", "//evil.example", "http://[", ""])
def test_what_got_around_the_form_is_no_link(client, url):  # case 21
    profile = ProfileFactory(website="https://example.org")
    profile.links.add(ProfileLink(url="https://example.org"))
    profile.save()
    Profile.objects.filter(pk=profile.pk).update(website=url)
    ProfileLink.objects.update(url=url)
    html = shown(client, profile)

    assert "<dt>Сайт</dt>" not in html
    assert "<dt>Другаде</dt>" not in html
    assert not url or f'href="{url}"' not in html


def test_what_nobody_confirmed_for_a_year_says_so(client, time_machine):
    time_machine.move_to("2026-01-10T12:00:00+02:00")
    never = ProfileFactory()
    confirmed = ProfileFactory(confirmed_on=datetime.date(2026, 6, 1))
    time_machine.move_to("2027-01-09T12:00:00+02:00")
    assert "никой не е потвърдил" not in shown(client, never)
    time_machine.move_to("2027-01-11T12:00:00+02:00")
    assert "никой не е потвърдил" in shown(client, never)
    assert "никой не е потвърдил" not in shown(client, confirmed)


def test_a_demonstration_says_that_it_is_one(client):
    assert "Този профил е измислен" in shown(client, ProfileFactory(is_demonstration=True))


def test_an_older_address_leads_to_the_profile(client):
    profile = ProfileFactory(slug="staro")
    profile.slug = "novo"
    profile.save_revision().publish()
    response = client.get("/en/directory/staro/")

    assert (response.status_code, response.headers["Location"]) == (301, "/en/directory/novo/")


def test_a_missing_profile_leads_to_the_list(client):
    response = client.get("/bg/directory/nyama-takav/")

    assert response.status_code == 404
    assert '<a class="more" href="/bg/directory/">' in response.content.decode()


def test_drafts_and_withdrawn_profiles_are_missing_also_by_an_older_address(client):  # case 14
    draft = ProfileFactory(live=False)
    gone = ProfileFactory(slug="staro")
    gone.slug = "novo"
    gone.save_revision().publish()
    Profile.objects.get(pk=gone.pk).unpublish()

    for slug in (draft.slug, "novo", "staro"):
        assert client.get(f"/bg/directory/{slug}/").status_code == 404


def test_changes_of_a_draft_are_not_shown_before_they_are_published(client):  # case 14
    profile = ProfileFactory(name="Старо")
    profile.name = "Ново"
    profile.save_revision()

    assert "Ново" not in shown(client, profile)


def test_an_unlisted_profile_is_shown_and_no_search_engine_is_told(client):  # case 13
    unlisted = ProfileFactory(visibility="unlisted", theme="climate")
    neighbour = ProfileFactory(theme="climate")

    assert '<meta name="robots" content="noindex">' in shown(client, unlisted)
    assert unlisted.name not in shown(client, neighbour)
    assert unlisted.slug not in client.get("/sitemap-directory-1.xml").content.decode()


def test_search_engines_know_it_in_the_languages_in_which_it_says_something(client):
    both = ProfileFactory(slug="dva", texts={"bg": "Учим.", "en": "We learn."})
    one = ProfileFactory(slug="edin", texts={"bg": "Учим."})

    assert '<link rel="canonical" href="http://testserver/en/directory/dva/">' in shown(client, both, "en")
    assert '<link rel="canonical" href="http://testserver/bg/directory/edin/">' in shown(client, one, "en")
    for profile in (both, one):
        for code in ("bg", "en"):
            link = f'<link rel="alternate" hreflang="{code}" href="http://testserver/{code}/directory/{profile.slug}/">'
            assert link in shown(client, profile)


def test_the_switcher_leads_to_the_same_profile(client):
    profile = ProfileFactory(texts={"bg": "Учим."})

    assert f'<a href="/en/directory/{profile.slug}/" lang="en" hreflang="en" rel="alternate">' in shown(client, profile)


def test_networks_get_a_picture_that_is_drawn(client):
    html = shown(client, ProfileFactory(name="Дъждовна градина", theme="climate"))
    found = dict(re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)"', html))

    assert (found["type"], found["title"]) == ("profile", "Дъждовна градина")
    assert client.get(found["image"].removeprefix("http://testserver")).headers["Content-Type"] == "image/png"


def test_a_withdrawn_profile_takes_its_picture_with_it(client):  # case 18
    profile = ProfileFactory(theme="climate")
    path = re.search(r'og:image" content="http://testserver([^"]+)"', shown(client, profile))[1]
    assert client.get(path).status_code == 200
    profile.unpublish()

    assert client.get(path).status_code == 404


def test_an_organisation_is_described_to_search_engines(client):
    profile = ProfileFactory(
        name="Хляб назаем", kind="social-enterprise", founded=2019, place="varna", website="https://hlyab.example.org",
        topics=[TopicFactory(slug="hlyab", name="хляб")],
    )  # fmt: skip
    found = data(shown(client, profile))

    assert found["@type"] == "Organization"
    assert found["url"] == "https://hlyab.example.org"
    assert found["mainEntityOfPage"] == f"http://testserver/bg/directory/{profile.slug}/"
    assert found["foundingDate"] == "2019"
    assert found["knowsAbout"] == ["хляб"]
    assert found["location"]["address"]["addressLocality"] == "Варна"
    assert found["location"]["address"]["addressCountry"] == "BG"
    assert set(found["location"]["geo"]) == {"@type", "latitude", "longitude"}


def test_a_person_is_described_as_one(client):
    found = data(shown(client, ProfileFactory(kind="individual", founded=2019)))

    assert found["@type"] == "Person"
    assert "foundingDate" not in found


def test_no_text_ends_the_block_of_data(client):  # case 22
    bad = "</script><script>alert(1)</script>"
    html = shown(client, ProfileFactory(name=bad, texts={"bg": bad}))

    assert bad not in html
    assert data(html)["name"] == bad


def test_a_profile_without_anything_but_a_name_is_a_page(client):
    html = shown(client, ProfileFactory(name="Сам", texts={}))

    assert "Този профил още няма текст." in html
    assert data(html)["name"] == "Сам"


def test_facts_that_are_not_known_are_not_told():
    profile = Profile(name="Нов", slug="nov")
    told = organisation(profile, name="Нов", text=None, address="http://x/", picture=None, language="bg")

    assert set(json.loads(told)) == {"@context", "@type", "@id", "name", "url", "mainEntityOfPage"}


def test_only_what_a_text_has_of_its_own_is_shown_in_its_language(client):
    profile = ProfileFactory(name="Наше", texts={"bg": "Учим.", "en": "We learn."})
    ProfileText.objects.filter(language="en").update(name="Ours")
    html = shown(client, Profile.objects.get(pk=profile.pk), "en")

    assert "<h1>Ours</h1>" in html
    assert "in-language" not in html
