"""Each component with what it is shown with. A test holds that none is missing."""

import datetime
from types import SimpleNamespace

from django.core.paginator import Paginator
from wagtail.images import get_image_model

from core.languages.addresses import LanguageLink
from core.styleguide.directory import directory_samples
from core.styleguide.forms import form_with_errors
from core.styleguide.sample import STACK, Sample

TITLE = "Шест регионални центъра: Пловдив, Варна, Ловеч, Габрово, Бургас и Благоевград"
TEXT = "Над 200 регистрирани социални предприятия дават работа на 1720 души."
NEWS = {"title": TITLE, "url": "#", "date": datetime.date(2023, 5, 18), "text": TEXT, "slug": "six", "tag_url": "#"}
CARD = {"title": "Училище в раницата", "url": "#", "meta": "Фондация, Ловеч", "text": TEXT, "slug": "uchilishte"}
EDUCATION = {"hue": "education", "tag": "Качество и достъп до образование"}
WORK = {"hue": "labour-market", "tag": "Пазар на труда"}


def samples(prefix):
    """All samples; `prefix` begins the ids in them, so that they may be shown twice on a page."""
    return [*_words(), *_ways(), *_forms(prefix), *_lists(), *_pictures(), *_pages(), *directory_samples()]


def _words():
    theme = {"label": EDUCATION["tag"], "hue": EDUCATION["hue"], "url": "#"}
    return [
        Sample("brand", [{"name": "Клуб за социални иновации", "url": "#"}]),
        Sample("tag", [theme, {"label": "храна", "kind": "topic", "count": 7}]),
        Sample("language_label", [{"code": "bg", "language": "Bulgarian"}]),
        Sample("notice", _notices(), STACK),
    ]


def _ways():
    tabs = [_link("Всички", count=42, current=True), _link("Практики", count=14)]
    languages = [LanguageLink("bg", "#", current=True), LanguageLink("en", "#")]
    return [
        Sample("button", _buttons()),
        Sample("more", [{"label": "Всички новини", "url": "#"}]),
        Sample("arrow"),
        Sample("magnifier", [{}], '<div class="tools">'),
        Sample("language_switcher", [{"languages": languages}], '<div class="tools">'),
        Sample("breadcrumbs", [{"crumbs": [_link("Начало"), _link("Новини")]}], STACK),
        Sample("tabs", [{"label": "Теми", "tabs": tabs}], STACK),
        Sample("pagination", [_pagination()], STACK),
        Sample("numbered_pages", [_numbered_pages()], STACK),
    ]


def _forms(prefix):
    form = form_with_errors(prefix)
    return [
        Sample("error_summary", [_failures(form) | {"id": f"{prefix}-errors"}], STACK),
        Sample("field", [{"field": one} for one in form], '<form class="form" novalidate>'),
    ]


def _lists():
    news = [NEWS | WORK | {"top": True}, NEWS | EDUCATION | {"language": "bg"}]
    cards = [CARD | EDUCATION, CARD | WORK | {"slug": "trapeza", "dyed": True}, CARD | {"slug": "bez"}]
    months = [_link("юни 2023", count=4), _link("май 2023", count=6)]
    return [
        Sample("news_item", news, '<ul class="news" role="list">'),
        Sample("card", cards, '<ul class="cards cards-3" role="list">'),
        Sample("archive", [{"months": months}], STACK),
        Sample("instead", [{"corrected": "иновация", "corrected_url": "#", "typed": "инувация", "exactly_url": "#"}]),
    ]


def _pictures():
    newest = get_image_model().objects.order_by("-pk").first()
    grounds = [{"slug": "a", "hue": "climate"}, {"slug": "a", "hue": "climate", "dyed": True}]
    funding = {"statement": "Съфинансирано от Европейския съюз", "disclaimer": "Изразените възгледи са на авторите."}
    return [
        Sample("ground", grounds, '<div class="guide-grounds">'),
        Sample("figure", [{"image": newest, "preset": "card", "caption": "Най-новата снимка."}], STACK),
        Sample("funding", [funding], '<div class="block-funding">'),
    ]


def _pages():
    links = [_link("Към началото")]
    nothing = {"title": "Още няма такъв бод.", "text": TEXT, "slug": "empty", "hue": "healthcare", "links": links}
    lost = {"digits": "404", "title": "Изпуснат бод", "text": "Страницата я няма.", "url": "#", "label": "Към началото"}
    return [Sample("empty", [nothing], STACK), Sample("lost", [lost], STACK)]


def _link(label, **more):
    return SimpleNamespace(**{"label": label, "title": label, "url": "#", "count": None, "current": False} | more)


def _buttons():
    red, plain = {"label": "Абонирайте се", "kind": "red", "big": True}, {"label": "Запазете"}
    return [button | {"url": "#"} for button in (red, plain, {"label": "Откажете", "kind": "line"})]


def _notices():
    return [
        {"title": "Писмото пътува", "text": "Потвърдете адреса си от писмото, което ви изпратихме."},
        {"text": "Текстът е преведен от екипа на клуба.", "kind": "quiet"},
    ]


def _failures(form):
    failures = [(f"{field.label}: {error}", field.id_for_label) for field in form for error in field.errors]
    return {"title": "Две неща не са наред", "failures": failures}


def _pagination():
    part = Paginator(range(42), 7).page(2)
    return {"part": part, "back": "#", "on": "#", "back_label": "По-нови", "on_label": "По-стари"}


def _numbered_pages():
    pages = [_link("1"), None, *(_link(str(number), current=number == 6) for number in (5, 6, 7)), None, _link("14")]
    return {"part": Paginator(range(280), 20).page(6), "pages": pages, "next_url": "#", "order": "по име"}
