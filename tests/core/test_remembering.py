"""Parts of pages that are made once, and who may see what of them."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe
from django.utils.translation import override

from core.changes.transactions import one_change
from core.models import SiteSettings
from core.templatetags import remembering

pytestmark = pytest.mark.django_db

LINK = '{% load remembering %}{% remembered "components/button.html" key label=label url=url %}'


def shown(label, key=1, template=LINK, **context):
    return Template(template).render(Context({"label": label, "key": key, "url": "/bg/", **context}))


def rename_site():
    settings = SiteSettings.for_language("bg")
    settings.name = "Друг клуб"
    settings.save()


def test_a_part_is_made_once_for_each_key(site):
    assert ">Първо</a>" in shown("Първо")
    assert ">Първо</a>" in shown("Второ")
    assert ">Второ</a>" in shown("Второ", key=2)


def test_without_a_key_a_part_is_made_once_for_the_same_values(site, monkeypatch):
    template = LINK.replace(" key ", " ")
    assert ">Първо</a>" in shown("Първо", template=template)
    assert ">Второ</a>" in shown("Второ", template=template)
    monkeypatch.setattr(remembering, "render_to_string", None)
    assert ">Първо</a>" in shown("Първо", template=template)


def test_a_safe_text_and_an_equal_one_are_not_taken_for_each_other(site):
    template = LINK.replace(" key ", " ")
    assert "<b>" in shown(mark_safe("<b>"), template=template)
    assert "&lt;b&gt;" in shown("<b>", template=template)


def test_a_part_is_made_anew_after_any_change(site):
    shown("Първо")
    rename_site()
    assert ">Второ</a>" in shown("Второ")


def test_what_is_made_within_a_change_is_shown_to_nobody_else(site):
    with one_change():
        rename_site()
        assert ">Чернова</a>" in shown("Чернова")
    assert ">Първо</a>" in shown("Първо")


def test_every_language_has_its_own_part(site):
    shown("Първо")
    with override("en"):
        assert ">First</a>" in shown("First")
    assert ">Първо</a>" in shown("Първо")


def test_a_part_sees_nothing_of_the_page_around_it(site):
    html = shown("Първо", language="en", external=True, request="secret")
    assert "hreflang" not in html
    assert "rel=" not in html


def test_what_stood_in_it_is_still_escaped(site):
    assert "&lt;b&gt;" in shown("<b>")


def test_while_templates_are_written_each_part_is_made_each_time(site, settings):
    settings.DEBUG = True
    shown("Първо")
    assert ">Второ</a>" in shown("Второ")
