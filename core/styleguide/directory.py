"""What lists of profiles are made of: with long names, without pictures, with one value, with none and with many."""

import datetime
from types import SimpleNamespace

from core.styleguide.sample import STACK, Sample
from core.weave.hues import HUES

THEMES = {
    "poverty": "Борба с бедността",
    "demography": "Демографски проблем",
    "inclusion": "Социално включване",
    "elderly": "Стандарт на живот на възрастните",
    "labour-market": "Пазар на труда",
    "education": "Качество и достъп до образование",
    "healthcare": "Здравеопазване",
    "climate": "Климатични промени",
}
LONG = (
    "Сдружение за подпомагане на хора с увреждания и техните семейства „Непротивоконституционствувателствувайте“ – "
    "клон Велико Търново"
)
SUMMARY = "Жени над 55 години тъкат черги от изрезки, които шивашките цехове иначе плащат да извозят."
COUNTS = dict(zip(HUES, (36, 24, 47, 38, 43, 45, 31, 34), strict=True))
LIT = dict(zip(HUES, (9, 5, 14, 6, 18, 11, 8, 13), strict=True))
MANY = {hue: number * 40 for hue, number in COUNTS.items()} | {"": 700}


def directory_samples():
    """The samples of these components."""
    return [*_filters(), *_profiles(), *_heads()]


def _filters():
    hidden = [("q", "храна")]
    facets = [_themes(), _stages(), _one_value(), _many()]
    options = [{"value": "name", "label": "по име", "selected": True}, {"value": "newest", "label": "най-нови"}]
    views = [{"label": "Списък", "url": "#", "current": True}, {"label": "Карта", "url": "#"}]
    chips = [
        {"label": "Утвърдена практика", "facet_label": "Етап", "url": "#"},
        {"label": LONG, "facet_label": "Име", "url": "#"},
    ]
    return [
        Sample("facet", [{"facet": facet} for facet in facets], '<form class="guide-narrow">'),
        Sample(
            "facets", [{"facets": facets, "chosen": 2, "action": "#", "hidden": hidden}], '<div class="guide-narrow">'
        ),
        Sample("chip", chips, '<div class="chips">'),
        Sample("sort", [{"name": "sort", "options": options, "action": "#", "hidden": hidden}]),
        Sample("switch", [{"label": "Изглед", "views": views}]),
    ]


def _profiles():
    work = [_theme("labour-market")]
    card = {"url": "#", "title": "Черги със смисъл", "hue": "labour-market", "slug": "chergi", "summary": SUMMARY}
    cards = [
        card | {"kind": "Социално предприятие", "place": "Габрово", "themes": work, "verified": True},
        card | {"title": LONG, "slug": "dalgo", "hue": "climate", "kind": LONG, "themes": [*map(_theme, THEMES)]},
        card | {"title": "Двор на улицата", "slug": "dvor", "hue": "", "place": "Грац", "language": "bg", "demo": True},
    ]
    badges = {"verified": True, "demo": True, "language": "bg"}
    return [
        Sample(
            "directory_card", [{"card": one, "dyed": True} for one in cards], '<ul class="cards cards-3" role="list">'
        ),
        Sample("badges", [badges]),
        Sample("facts", [{"facts": _facts()}], '<div class="guide-narrow">'),
        Sample("fact_value", [{"value": value} for fact in _facts() for value in fact["values"]]),
    ]


def _heads():
    crumbs = [SimpleNamespace(title="Начало", url="#"), SimpleNamespace(title="Справочник", url="#")]
    cover = {"title": "Черги със смисъл", "kind": "Социално предприятие", "place": "Габрово", "slug": "chergi"}
    covers = [
        cover | {"hue": "labour-market", "crumbs": crumbs, "verified": True, "demo": True},
        {"title": LONG, "slug": "bez", "language": "bg"},
    ]
    counts = [
        _theme(hue) | {"slug": hue, "count": number}
        for hue, number in zip(HUES, (36, 0, 1, 1720, 10_000, 5, 6, 7), strict=True)
    ]
    head = {"title": "Справочник", "found": 84, "total": 298}
    strips = [{"counts": COUNTS, "lit": LIT}, {"counts": MANY}, {"counts": MANY, "lit": {}}, {"counts": {"climate": 1}}]
    return [
        Sample("directory_head", [head, {"title": LONG, "found": 10_000, "total": 10_000}], STACK),
        Sample("strip", strips, STACK),
        Sample("cover", covers, STACK),
        Sample("theme_block", counts, '<ul class="themes" role="list">'),
    ]


def _theme(hue):
    return {"label": THEMES[hue], "hue": hue, "url": "#"}


def _value(label, count, **more):
    return {"value": label, "label": label, "count": count, "selected": False, "hue": "", "share": 0} | more


def _themes():
    most = max(LIT.values())
    values = [_value(THEMES[hue], count, hue=hue, share=count / most) for hue, count in LIT.items()]
    return {"name": "theme", "label": "Тема", "open": True, "values": values, "more": False}


def _stages():
    counts = {"Идея": 0, "Пилот": 10_000, "Утвърдена практика": 61, "В разширяване": 0}
    values = [_value(label, count, selected=label.startswith(("У", "В"))) for label, count in counts.items()]
    return {"name": "stage", "label": "Етап", "open": True, "values": values, "more": False}


def _one_value():
    return {"name": "kind", "label": "Вид организация", "open": True, "values": [_value(LONG, 1)], "more": False}


def _many():
    values = [_value("София (столица)", 24), _value("Пловдив", 15)]
    return {"name": "region", "label": "Област", "open": True, "values": values, "more": True}


def _facts():
    topics = [{"label": label, "url": "#", "kind": "topic"} for label in ("занаяти", "рециклиране")]
    goals = [
        {"number": 8, "label": "Достоен труд и икономически растеж"},
        {"number": 12, "label": "Отговорно потребление"},
    ]
    site = {
        "label": "mnogo-dalgo-ime-na-sait-bez-nito-edno-mqsto-za-prenasyane.example.org",
        "url": "#",
        "external": True,
    }
    return [
        {"label": "Тема", "values": [_theme("labour-market")]},
        {"label": "Основано", "values": [{"label": "2019"}]},
        {"label": "За кого", "values": [{"label": "Лица над 55 години"}, {"label": LONG}]},
        {"label": "Цели на ООН", "values": goals},
        {"label": "Етикети", "values": topics},
        {"label": "Сайт", "values": [site]},
        {"label": "Потвърдено", "values": [{"date": datetime.date(2026, 10, 12)}]},
    ]
