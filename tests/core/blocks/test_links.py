"""Where links of blocks lead."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.blocks.links import LinkBlock
from core.navigation import register_target
from tests.core.blocks.bodies import link
from tests.core.factories import StandardPageFactory, restrict, translate
from tests.home.factories import block, item


def call(*links):
    return block("call_to_action", {"title": "Елате", "text": "", "links": [item(one) for one in links]})


def clean(**target):
    definition = LinkBlock()
    return definition.clean(definition.to_python(link(**target)))


def test_a_link_without_a_label_shows_the_title_of_its_page(client, page_with, target):
    page = page_with(call(link(page=target.pk)))
    assert f'href="{target.url}"' in client.get(page.url).content.decode()
    assert ">Център" in client.get(page.url).content.decode()


def test_a_link_leads_to_the_translation_in_the_readers_language(client, page_with, target, home_en):
    page = page_with(call(link(page=target.pk)), slug="pokana")
    english = translate(target, "en")
    html = client.get(translate(page, "en").url).content.decode()
    assert f'href="{english.url}"' in html
    assert f'href="{target.url}"' not in html.split("<main")[1].split("</main")[0]


def test_a_link_to_an_untranslated_page_leads_to_the_original_and_says_its_language(client, page_with, target, home_en):
    page = page_with(call(link(page=target.pk)), slug="pokana")
    html = client.get(translate(page, "en").url).content.decode()
    assert f'href="{target.url}"' in html
    assert 'hreflang="bg"' in html.split(f'href="{target.url}"')[1][:60]


def test_a_link_to_a_draft_is_left_out(client, page_with, home_bg):
    draft = StandardPageFactory(parent=home_bg, title="Тайна", live=False)
    html = client.get(
        page_with(call(link(page=draft.pk), link("Друг", url="https://example.org/"))).url
    ).content.decode()
    assert "Тайна" not in html
    assert "https://example.org/" in html


def test_a_link_to_a_private_page_is_left_out(client, page_with, target):
    restrict(target)
    html = client.get(page_with(call(link(page=target.pk))).url).content.decode()
    assert target.url not in html


def test_a_link_to_a_part_of_the_site_that_is_gone_is_left_out(client, page_with):
    page = page_with(call(link("Карта", route="map-of-yesterday")))
    assert "Карта" not in client.get(page.url).content.decode()


def test_a_link_leads_to_a_part_of_the_site(client, page_with):
    register_target("test-admin", label="Вход", view_name="wagtailadmin_login")
    page = page_with(call(link(route="test-admin")))
    assert 'href="/admin/login/"' in client.get(page.url).content.decode()


def test_ten_links_cost_as_many_queries_as_one(client, page_with, home_bg, target):
    one = page_with(call(link(page=target.pk)), slug="edna")
    pages = StandardPageFactory.create_batch(9, parent=home_bg)
    many = page_with(*(call(link(page=page.pk)) for page in [target, *pages]), slug="mnogo")
    counts = []
    for page in (one, many):
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("targets", [{}, {"url": "https://a.example/", "route": "test-both"}])
def test_a_link_has_exactly_one_target(targets):
    register_target("test-both", label="Вход", view_name="wagtailadmin_login")
    with pytest.raises(ValidationError):
        clean(label="Натиснете", **targets)


def test_a_link_to_another_site_needs_a_label():
    with pytest.raises(ValidationError):
        clean(url="https://a.example/")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_a_link_takes_no_dangerous_address(url):
    with pytest.raises(ValidationError):
        clean(label="Натиснете", url=url)


def test_an_optional_link_may_be_empty():
    definition = LinkBlock(required=False)
    assert definition.clean(definition.to_python(link()))["page"] is None
