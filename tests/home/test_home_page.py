"""The first page of each language."""

import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from tests.core.factories import HomePageFactory
from tests.core.queries import queries_of
from tests.directory.factories import insert_profiles
from tests.home.factories import block, item
from tests.taxonomy.factories import TopicFactory


def html_of(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_headline_stands_in_lines(client, home_bg):
    assert "<h1><span>Една бримка</span> <span>променя шарката</span> </h1>" in html_of(client, home_bg)


def test_every_language_has_its_own_home(client, site, home_bg, home_en):
    assert 'lang="bg"' in html_of(client, home_bg)
    assert "A place for social innovation." in html_of(client, home_en)


def test_no_cookie_is_set(client, home_bg):
    assert not client.get(home_bg.url).cookies


def test_a_heading_opens_a_section_and_a_titled_block_is_one(client, home_bg):
    home_bg.body = json.dumps(
        [
            block("heading", {"text": "Защо клуб", "level": "h2"}),
            block("text", "<p>Вратата е отворена.</p>"),
            block("statistics", {"title": "Числа", "items": [item({"value": "6", "label": "центъра", "source": ""})]}),
            block("quote", {"text": "Не е достатъчно.", "name": "", "role": ""}),
        ]
    )
    home_bg.save_revision().publish()
    html = html_of(client, home_bg)
    assert html.count('<section class="section" aria-labelledby="s-') == 2
    assert html.count("<h2") - html.count("<h2>") == html.count('<h2 id="s-')
    assert html.index("Вратата") < html.index("Числа") < html.index("Не е достатъчно")


def test_a_language_has_one_home_page(home_bg):
    with pytest.raises(ValidationError):
        HomePage(title="Друго", headline="Друго", locale=home_bg.locale).clean()


def test_a_home_page_is_offered_only_while_a_language_lacks_one(home_bg):
    root = Page.objects.get(depth=1)
    Locale.objects.get_or_create(language_code="en")
    assert HomePage.can_create_at(root)
    HomePageFactory(parent=root, locale=Locale.objects.get(language_code="en"), slug="home-en")
    assert not HomePage.can_create_at(root)


def test_a_home_page_stands_nowhere_but_at_the_root(home_bg):
    assert not HomePage.can_create_at(home_bg)
    assert StandardPage.can_create_at(home_bg)
    assert not StandardPage.can_create_at(Page.objects.get(depth=1))


@pytest.mark.parametrize("number", [0, 300])
def test_home_takes_few_queries_however_many_profiles_make_its_star(client, site, home_bg, number):
    insert_profiles(number, topic=TopicFactory())
    taken, sql = queries_of(client, home_bg.url)
    assert taken <= 12, sql
