"""What the home page shows of the directory once it is told: the star and the themes."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from core.weave.hues import HUES

NEWEST = {"hue": "climate", "title": "Трапеза под липите", "url": "/bg/directory/trapeza/", "place": "Благоевград"}
THEMES = [{"label": hue, "hue": hue, "url": f"/{hue}/", "count": 3, "slug": hue} for hue in HUES]


def cloth(**star):
    with translation.override("bg"):
        return " ".join(render_to_string("home/hero_cloth.html", {"star": star} if star else {}).split())


def themes(**context):
    with translation.override("bg"):
        return " ".join(render_to_string("home/themes.html", context).split())


def test_without_a_star_there_is_a_motif_of_each_theme():
    assert "мотив за всяка от осемте теми" in cloth()


def test_the_star_tells_in_words_what_it_draws():
    told = cloth(counts={"climate": 40, "poverty": 20}, **NEWEST)

    assert "Всеки бод е профил в справочника: 60 досега, подредени по теми." in told
    assert (
        'Червеният е на най-новия: <a href="/bg/directory/trapeza/"><q>Трапеза под липите</q></a>, Благоевград.' in told
    )
    assert "без тема" not in told


def test_the_star_says_so_where_a_stitch_stands_for_several():
    told = cloth(counts={"climate": 10_000}, **NEWEST)

    assert "Всеки бод е за най-много 300 профила в справочника: 10 000 досега" in told


def test_the_star_says_where_profiles_without_a_theme_are():
    assert "Тези без тема изпълват ромбовете" in cloth(counts={"": 2}, **NEWEST)


def test_a_foreign_name_is_marked_with_its_language():
    assert '<a href="/bg/directory/trapeza/" lang="de">' in cloth(counts={"climate": 1}, **NEWEST, language="de")


def test_an_empty_directory_promises_its_first_stitch():
    assert "Първият предстои." in cloth(counts={})


def test_a_name_is_no_markup():
    assert "<b>" not in cloth(counts={"climate": 1}, **NEWEST | {"title": "<b>"})


def test_the_themes_are_links_with_their_counts():
    shown = themes(themes=THEMES, more_url="/bg/directory/")

    assert "Осем теми" in shown
    assert shown.count('<span class="num">3 <span class="unseen">профила</span></span>') == 8
    assert '<a class="more" href="/bg/directory/">' in shown


@pytest.mark.parametrize("context", [{}, {"themes": []}])
def test_without_themes_there_is_no_section(context):
    assert themes(**context) == ""
