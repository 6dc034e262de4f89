"""The components of lists that people filter."""

import re

from django.template.loader import render_to_string
from django.utils import translation

CARD = {
    "url": "/a/",
    "title": "Име",
    "hue": "climate",
    "slug": "a",
    "kind": "Сдружение",
    "place": "Русе",
    "summary": "Текст",
}


def shown(name, **context):
    with translation.override("bg"):
        return " ".join(render_to_string(f"components/{name}.html", context).split())


def facet(*values, **more):
    return {"name": "stage", "label": "Етап", "open": True, "values": list(values), "more": False} | more


def value(count, **more):
    return {"value": "pilot", "label": "Пилот", "count": count, "selected": False, "hue": "", "share": 0} | more


def test_a_facet_is_a_fold_of_check_boxes_under_its_name():
    page = shown("facet", facet=facet(value(3), value(0, value="idea", selected=True)))

    assert page.startswith(
        '<details class="facet" open> <summary>Етап</summary> <fieldset> <legend class="unseen">Етап</legend>'
    )
    assert re.findall(r"<input[^>]+>", page) == [
        '<input type="checkbox" name="stage" value="pilot">',
        '<input type="checkbox" name="stage" value="idea" checked>',
    ]


def test_counts_are_exact_however_large():
    assert '<span class="num">10 000</span>' in shown("facet", facet=facet(value(10_000)))


def test_a_value_that_would_find_nothing_is_pale_unless_it_is_chosen():
    assert 'class="check none"' in shown("facet", facet=facet(value(0)))
    assert 'class="check none"' not in shown("facet", facet=facet(value(0, selected=True)))


def test_only_values_with_a_hue_have_a_bar():
    assert "<svg" not in shown("facet", facet=facet(value(3, share=1)))
    assert 'd="M0 .5h20"' in shown("facet", facet=facet(value(3, hue="climate", share=0.5)))


def test_a_facet_that_is_cut_offers_the_rest_without_a_script():
    button = (
        '<button type="submit" class="more" name="more" value="stage">'
        'Всички стойности<span class="unseen">: Етап</span></button>'
    )

    assert button in shown("facet", facet=facet(value(3), more=True))
    assert "<button" not in shown("facet", facet=facet(value(3)))


def test_filters_keep_what_else_the_address_says():
    page = shown("facets", facets=[facet(value(3))], chosen=1, action="/bg/directory/", hidden=[("q", '"><b>')])

    assert '<input type="hidden" name="q" value="&quot;&gt;&lt;b&gt;">' in page
    assert '<form action="/bg/directory/" aria-label="Филтри">' in page


def test_a_chip_says_which_filter_it_drops():
    assert '<span class="unseen">(Етап): премахване на филтъра</span>' in shown(
        "chip", label="Пилот", facet_label="Етап", url="#"
    )


def test_the_view_that_is_shown_is_marked():
    views = [{"label": "Списък", "url": "/a/", "current": True}, {"label": "Карта", "url": "/b/"}]

    assert '<a href="/a/" aria-current="page">Списък</a><a href="/b/">Карта</a>' in shown(
        "switch", label="Изглед", views=views
    )


def test_a_card_shows_what_is_known_of_a_profile():
    themes = [
        {"label": "Климат", "hue": "climate", "url": "/t/"},
        {"label": "Труд", "hue": "labour-market", "url": "/l/"},
    ]
    page = shown("directory_card", card=CARD | {"themes": themes, "verified": True}, dyed=True)

    assert '<p class="meta">Сдружение&nbsp;· Русе</p>' in page
    assert '<span class="badge badge-verified">Проверен</span>' in page
    assert page.count('<a class="tag hue-') == 2
    assert "ground-dyed" in page


def test_a_card_without_anything_more_has_no_empty_places():
    page = shown("directory_card", card={"url": "/a/", "title": "Име", "slug": "a"})

    assert not re.search(r'class="(meta|badges|sum|tags)"', page)


def test_texts_in_another_language_are_marked_and_said_to_be():
    page = shown("directory_card", card=CARD | {"language": "en"})

    assert '<h3 lang="en" dir="auto"><a href="/a/">Име</a></h3>' in page
    assert '<p class="sum" lang="en" dir="auto">' in page
    assert '<span class="in-language">на английски</span>' in page


def test_texts_in_an_unknown_language_are_marked_without_a_word():
    page = shown("directory_card", card=CARD | {"language": "und"})

    assert 'lang="und"' in page
    assert "in-language" not in page


def test_the_head_counts_what_answers():
    assert "<b>84</b> от 298 профила" in shown("directory_head", title="Справочник", found=84, total=298)
    assert "<b>298</b> профила" in shown("directory_head", title="Справочник", found=298, total=298)


def test_the_cloth_says_what_its_colours_mean_only_where_there_is_a_choice():
    assert "Оцветените" in shown("strip", counts={"climate": 3}, lit={"climate": 1})
    assert "Оцветените" not in shown("strip", counts={"climate": 3})


def test_no_profiles_no_cloth():
    assert shown("strip", counts={}) == ""


def test_the_cloth_says_how_many_a_stitch_stands_for():
    assert "Всеки бод е за най-много 30 профила." in shown("strip", counts={"climate": 10_000})


def test_sites_of_others_are_never_vouched_for():
    page = shown("fact_value", value={"label": "example.org", "url": "https://example.org", "external": True})

    assert page == '<a href="https://example.org" rel="external noopener nofollow ugc">example.org</a>'
