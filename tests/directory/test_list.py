"""The directory's list as readers get it."""

import re

import pytest
from django.utils.html import escape

from directory.models import DirectoryIntroduction
from tests.directory.factories import ProfileFactory, insert_profiles
from tests.search.asking import followed
from tests.taxonomy.factories import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def shown(client, query="", language="bg"):
    response = client.get(f"/{language}/directory/{query}")
    assert response.status_code == 200, response
    return " ".join(response.content.decode().split())


def names(html):
    return re.findall(r'<h3[^>]*><a href="/\w\w/directory/[^"]+">([^<]+)</a>', html)


def boxes(html):
    """(parameter, value, count) of every check box."""
    pattern = (
        r'<input type="checkbox" name="(\w+)" value="([^"]+)"[^>]*> <span>.*?</span> <span class="num">(\d+)</span>'
    )
    return [(name, value, int(count)) for name, value, count in re.findall(pattern, html)]


def test_the_head_counts_what_was_found_and_all_there_is(client):
    ProfileFactory(theme="climate")
    ProfileFactory(theme="poverty")

    assert "<b>2</b> профила" in shown(client)
    assert "<b>1</b> от 2 профила" in shown(client, "?theme=climate")


def test_facets_count_exactly_and_leave_out_what_nobody_has(client):
    ProfileFactory(theme="climate", stage="idea", groups=["youth"])
    ProfileFactory(theme="poverty", stage="idea")
    found = boxes(shown(client, "?theme=climate"))

    assert ("theme", "climate", 1) in found
    assert ("theme", "poverty", 1) in found
    assert ("stage", "idea", 1) in found
    assert not [box for box in found if box[1] in ("pilot", "education")]


def test_a_chosen_value_stays_even_where_nothing_has_it(client):
    ProfileFactory(theme="climate")

    assert ("theme", "poverty", 0) in boxes(shown(client, "?theme=poverty"))


def test_terms_stand_in_the_order_of_their_vocabulary_and_places_by_number(client):
    for place in ("varna", "varna", "burgas"):
        ProfileFactory(theme="climate", place=place)
    ProfileFactory(theme="poverty")
    found = boxes(shown(client))

    assert [value for name, value, _count in found if name == "theme"] == ["poverty", "climate"]
    assert [value for name, value, _count in found if name == "region"] == ["varna", "burgas"]


def test_a_long_facet_is_cut_until_asked_for_whole(client):
    ProfileFactory(topics=[f"nomer-{number:02}" for number in range(15)])
    short, whole = shown(client), shown(client, "?more=topic")

    assert len([box for box in boxes(short) if box[0] == "topic"]) == 8
    assert 'name="more" value="topic"' in short
    assert len([box for box in boxes(whole) if box[0] == "topic"]) == 15


def test_each_choice_can_be_dropped_alone_and_all_at_once(client):
    ProfileFactory(theme="climate", stage="idea")
    html = shown(client, "?theme=climate&stage=idea&sort=newest")

    assert '<a class="chip" href="/bg/directory/?stage=idea&amp;sort=newest">' in html
    assert '<a class="chip" href="/bg/directory/?theme=climate&amp;sort=newest">' in html
    assert '<a class="more" href="/bg/directory/?sort=newest">Изчисти всичко</a>' in html


def test_the_question_for_whom_keeps_everything_else(client):
    ProfileFactory(theme="climate", groups=["disabilities"], place="plovdiv")
    html = shown(client, "?theme=climate&group=disabilities&near=plovdiv")
    form = re.search(r'<form class="questions.*?</form>', html)[0]

    assert '<input type="hidden" name="theme" value="climate">' in form
    assert '<option value="disabilities" selected>Хора с увреждания (1)</option>' in form
    assert '<option value="plovdiv" selected>Пловдив</option>' in form


def test_several_target_groups_survive_the_question_for_whom(client):
    ProfileFactory(groups=["disabilities", "youth"])
    form = re.search(r'<form class="questions.*?</form>', shown(client, "?group=disabilities&group=youth"))[0]

    assert '<input type="hidden" name="group" value="disabilities">' in form
    assert '<input type="hidden" name="group" value="youth">' in form
    assert "selected" not in form


def test_near_a_town_finds_its_surroundings_the_nearest_first(client):
    for name, place in (("Далече", "varna"), ("Наблизо", "asenovgrad"), ("Тук", "plovdiv")):
        ProfileFactory(name=name, place=place)

    assert names(shown(client, "?near=plovdiv")) == ["Тук", "Наблизо"]
    assert names(shown(client, "?near=%D0%B3%D1%80.+%D0%9F%D0%BB%D0%BE%D0%B2%D0%B4%D0%B8%D0%B2")) == ["Тук", "Наблизо"]


def test_a_town_that_nobody_knows_is_said_and_nothing_else_is_lost(client):
    ProfileFactory(theme="climate")
    html = shown(client, "?near=Атлантида&theme=climate")

    assert "Не познаваме град „Атлантида“." in html
    assert '<input type="hidden" name="theme" value="climate">' in html
    assert '<a href="/bg/directory/?theme=climate">без „до 50 км от Атлантида“</a>' in html


def test_where_nothing_is_found_the_ways_out_say_what_is_there(client):
    ProfileFactory(theme="climate", stage="idea")
    ProfileFactory(theme="climate", stage="idea")
    ProfileFactory(theme="poverty", stage="pilot")
    html = shown(client, "?theme=climate&stage=pilot")

    assert re.findall(r'<a href="([^"]+)">без „([^“]+)“</a> <span class="soft">(\d+) ', html) == [
        ("/bg/directory/?theme=climate", "Пилот", "2"),
        ("/bg/directory/?stage=pilot", "Климатични промени", "1"),
    ]


def test_an_empty_directory_says_so(client):
    assert "Още не е публикуван нито един профил" in shown(client)


def test_empty_fields_of_a_form_leave_the_address(client):
    response = client.get("/bg/directory/?group=&near=&q=&theme=climate")

    assert response.headers["Location"] == "/bg/directory/?theme=climate"


def test_pages_have_numbers_and_the_title_tells_them_apart(client):
    insert_profiles(40)
    html = shown(client, "?theme=climate&page=2")

    assert len(names(html)) == 12
    assert "13–24 от 40, по име" in html
    assert '<a href="/bg/directory/?theme=climate" aria-label="Страница 1">1</a>' in html
    assert '<a href="/bg/directory/?theme=climate&amp;page=2" aria-current="page" aria-label="Страница 2">2</a>' in html
    assert '<link rel="next" href="/bg/directory/?theme=climate&amp;page=3">' in html
    assert "<title>Климатични промени – Справочник – страница 2 –" in html


@pytest.mark.parametrize("page", ["0", "-1", "01", "4", "999999", "9999999", "x", "1e3", "१"])
def test_a_page_that_is_not_there_leads_back(client, page):  # case 54
    insert_profiles(25)
    response = client.get(f"/bg/directory/?page={page}&theme=climate")

    assert response.status_code == 404
    assert "Списъкът има 3 страници." in response.content.decode()
    assert 'href="/bg/directory/?theme=climate"' in response.content.decode()


def test_nobody_turns_pages_without_end(client):  # case 54
    insert_profiles(1300)

    assert "1189–1200 от 1300" in shown(client, "?page=100")
    response = client.get("/bg/directory/?page=101")
    assert response.status_code == 404
    assert "до страница 100" in response.content.decode()
    assert 'rel="next"' not in shown(client, "?page=100")


def test_the_switcher_keeps_the_filters(client):
    ProfileFactory(theme="climate")

    assert '<a href="/en/directory/?theme=climate" lang="en" hreflang="en"' in shown(client, "?theme=climate")


def test_the_other_language_has_the_same_profiles(client):
    ProfileFactory(name="Наше", theme="climate", texts={"bg": "Учим.", "en": "We learn."})
    ProfileFactory(name="Само тук", theme="climate")
    html = shown(client, "?theme=climate", language="en")

    assert names(html) == ["Наше", "Само тук"]
    assert html.count('<span class="in-language">in Bulgarian</span>') == 1
    assert '<p class="sum" lang="bg" dir="auto">Учим занаят.</p>' in html


def test_search_engines_know_the_list_but_no_choice_of_it(client):
    insert_profiles(25)

    assert '<link rel="canonical" href="http://testserver/bg/directory/">' in shown(client, "?sort=newest")
    assert '<link rel="canonical" href="http://testserver/bg/directory/?page=2">' in shown(client, "?page=2")
    assert 'hreflang="en" href="http://testserver/en/directory/?page=2"' in shown(client, "?page=2")
    assert '<meta name="robots" content="noindex, follow">' in shown(client, "?theme=climate")


def test_editors_give_the_list_its_title_and_introduction(client):
    ProfileFactory()
    DirectoryIntroduction.objects.filter(language="bg").update(title="Иноватори", introduction="Хора, които опитват.")
    html = shown(client)

    assert "<h1>Иноватори</h1>" in html
    assert "Хора, които опитват." in html
    assert "<h1>Directory</h1>" in shown(client, language="en")


def test_the_map_says_the_same_in_words(client):
    for place in ("varna", "varna", "burgas"):
        ProfileFactory(theme="climate", place=place)
    html = shown(client, "?view=map&theme=climate")

    assert "3 профила в 2 населени места" in html
    assert re.findall(r'<li><a href="([^"]+)"><span>([^<]+)</span> <span class="num soft">(\d+)</span>', html) == [
        ("/bg/directory/?theme=climate&amp;place=varna", "Варна", "2"),
        ("/bg/directory/?theme=climate&amp;place=burgas", "Бургас", "1"),
    ]
    assert names(shown(client, "?theme=climate&place=burgas")) != []


def test_a_form_of_the_list_that_there_is_not_leads_back(client):
    response = client.get("/bg/directory/?format=exe&theme=climate")

    assert response.status_code == 404
    assert 'href="/bg/directory/?theme=climate"' in response.content.decode()


def test_markup_in_names_and_questions_is_only_text(client):  # case 22
    bad = '"><script>alert(1)</script>'
    ProfileFactory(name=bad, texts={"bg": bad}, topics=[TopicFactory(slug="t", name=bad, labels={"bg": bad})])
    html = shown(client, f"?q={bad}&near={bad}&topic=t")

    assert bad not in html
    assert escape(bad) in html


def test_what_is_not_listed_shows_nowhere_in_lists_facets_and_counts(client):  # cases 13, 14
    ProfileFactory(name="Показан", theme="climate")
    ProfileFactory(name="Скрит", theme="poverty", visibility="unlisted")
    ProfileFactory(name="Чернова", theme="poverty", live=False)
    for query in ("", "?theme=poverty", "?q=Скрит", "?view=map"):
        html = shown(client, query)
        assert "Скрит</a>" not in html
        assert "Чернова</a>" not in html
    assert "<b>1</b> профил" in shown(client)
    assert ("theme", "poverty") not in [box[:2] for box in boxes(shown(client))]


def test_a_list_is_the_same_for_everybody_and_sets_no_cookie(client):
    response = client.get("/bg/directory/")

    assert response.is_for_everybody
    assert not response.cookies


def test_a_withdrawn_profile_leaves_the_kept_list_on_the_next_request(client, settings):  # case 18
    settings.PAGE_CACHE_SECONDS = 60
    profile = ProfileFactory(name="Оттеглен")
    assert "Оттеглен" in shown(client)
    profile.unpublish()

    assert "Оттеглен" not in shown(client)
    assert client.get(f"/bg/directory/{profile.slug}/").status_code == 404


@pytest.mark.usefixtures("engine")
def test_a_text_finds_what_search_knows_the_best_first(client):
    ProfileFactory(name="Фурна", texts={"bg": "Младежи учат занаят."})
    ProfileFactory(name="Занаят", texts={"bg": "За всички."})
    ProfileFactory(name="Мелница", texts={"bg": "Хляб."})
    followed()
    html = shown(client, "?q=занаятчийство занаяти")

    assert names(html)[0] == "Занаят"
    assert "Мелница" not in names(html)
    assert '<option value="best" selected>първо най-подходящите</option>' in html
    before, after = shown(client, "?q=младежи занаяти").split("В тези има само част от думите")
    assert names(before) == ["Фурна"]
    assert names(after) == ["Занаят"]


@pytest.mark.usefixtures("engine")
def test_what_was_looked_for_instead_is_said(client):
    ProfileFactory(name="Работилница")
    followed()
    html = shown(client, "?q=Работелница")

    assert names(html) == ["Работилница"]
    assert '<a href="/bg/directory/?q=%D0%A0%D0%B0%D0%B1%D0%BE%D1%82%D0%B8%D0%BB%D0%BD%D0%B8%D1%86%D0%B0">' in html
    assert "&amp;exactly=yes" in html
    assert names(shown(client, "?q=Работелница&exactly=yes")) == []


def test_answers_to_what_people_type_are_kept_by_nobody(client):
    ProfileFactory(name="Работилница")
    for query in ("", "&format=map", "&format=rss"):
        response = client.get(f"/bg/directory/?q=работ{query}")
        assert response["Cache-Control"] == "private, no-cache"
        assert not getattr(response, "is_for_everybody", False)
