"""The form that asks only for an address: above every footer and as a block, on cached pages."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.protection import POSTS_AN_HOUR
from newsletters.addresses import mailbox_of, masked, normalised
from newsletters.blocks import SubscribeBlock
from newsletters.models import SignUp
from tests.core.factories import StandardPageFactory
from tests.newsletters.conftest import stamp
from tests.newsletters.factories import MailingListFactory

pytestmark = pytest.mark.django_db


def fields(html, place):
    """What the form with ids that begin with `place` would send as it is."""
    form = next(
        part for part in re.findall(r'<form class="short-form".*?</form>', html, re.S) if f'"{place}-email"' in part
    )
    found = re.findall(r'<input[^>]*name="([^"]+)"(?:[^>]*value="([^"]*)")?', form)
    return dict(found)


def test_the_form_stands_on_every_page_and_works_from_the_cache(client, home_bg, news, settings):
    settings.PAGE_CACHE_SECONDS = 60
    first = client.get(home_bg.url)
    assert not first.cookies
    data = fields(first.content.decode(), "footer")
    data |= {"email": "a@example.org", "form_stamp": stamp()}
    response = client.post("/bg/newsletters/", data, headers={"Referer": "http://testserver/bg/?x=1"})
    assert (response.status_code, response.url) == (302, "/bg/newsletters/sent/")
    sign_up = SignUp.objects.get()
    assert (list(sign_up.lists.all()), sign_up.form_url) == ([news], "http://testserver/bg/")
    assert not response.cookies


def test_a_page_of_another_site_is_not_put_on_record(client, wishes):
    client.post("/bg/newsletters/", wishes, headers={"Referer": "https://evil.example/bg/newsletters/"})
    assert SignUp.objects.get().form_url == "http://testserver/bg/newsletters/"


def test_the_form_names_the_lists_of_short_forms_alone(client, home_bg, news):
    MailingListFactory(slug="more", labels={"bg": "Само по избор"}, in_short_forms=False)
    html = client.get(home_bg.url).content.decode()
    assert "Новини на клуба" in html
    assert "Само по избор" not in html


def test_without_a_list_there_is_no_form(client, home_bg):
    assert "short-form" not in client.get(home_bg.url).content.decode()
    assert "няма бюлетин" in client.get("/bg/newsletters/").content.decode()


def test_a_changed_list_is_on_the_next_page(client, home_bg, news):
    client.get(home_bg.url)
    news.labels = {"bg": "Друго име"}
    news.save()
    assert "Друго име" in client.get(home_bg.url).content.decode()


def test_two_blocks_and_the_footer_have_ids_of_their_own(client, home_bg, news):
    block = {"type": "subscribe", "value": {"title": "Пишем ви", "text": "Рядко."}}
    page = StandardPageFactory(parent=home_bg, title="Бюлетин", body=json.dumps([block, block]))
    html = client.get(page.url).content.decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count('class="short-form"') == 3
    assert "Пишем ви" in html


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_a_form_sent_from_another_site_is_refused(client, wishes, mailoutbox, headers):
    assert client.post("/bg/newsletters/", wishes, headers=headers).status_code == 403
    assert mailoutbox == []


@pytest.mark.parametrize("more", [{"form_stamp": ""}, {"form_stamp": "x:1:y"}, {"your_homepage": "spam"}])
def test_robots_are_refused_and_what_was_typed_stays(client, wishes, mailoutbox, more):
    response = client.post("/bg/newsletters/", wishes | more)
    assert response.status_code == 422
    assert 'value="maria@example.org"' in response.content.decode()
    assert mailoutbox == []


def test_a_form_filled_in_at_once_is_refused(client, wishes):
    assert client.post("/bg/newsletters/", wishes | {"form_stamp": stamp(0)}).status_code == 422


def test_one_network_subscribes_only_so_many(client, wishes):
    statuses = [
        client.post("/bg/newsletters/", wishes | {"email": f"a{number}@example.org"}).status_code
        for number in range(POSTS_AN_HOUR + 1)
    ]
    assert statuses[-2:] == [302, 429]


def test_a_claimed_address_does_not_lift_the_limit(client, wishes):
    statuses = [
        client.post("/bg/newsletters/", wishes, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code
        for number in range(POSTS_AN_HOUR + 1)
    ]
    assert statuses[-1] == 429


def test_the_page_is_in_the_sitemap_and_the_others_are_not(client, news):
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-newsletters-0.xml" in index
    listed = client.get("/sitemap-newsletters-0.xml").content.decode()
    assert listed.count("<loc>") == 2
    assert "/en/newsletters/" in listed
    assert "noindex" in client.get("/bg/newsletters/sent/").content.decode()


def test_the_page_costs_few_queries_once_it_is_warm(client, home_bg, news, django_assert_max_num_queries):
    client.get("/bg/newsletters/")
    with django_assert_max_num_queries(3):
        client.get("/bg/newsletters/")


@given(st.emails())
def test_an_address_is_normalised_once_and_for_all(address):
    once = normalised(address)
    assert normalised(once) == once
    assert normalised(address.upper()) == normalised(address.upper().lower())
    assert mailbox_of(address).count("@") == once.count("@")


@given(st.emails(), st.emails())
def test_a_masked_address_tells_its_first_letters_alone(address, other):
    local, _at, domain = address.rpartition("@")
    assert masked(address).startswith(local[:1])
    assert len(masked(address)) <= 16 + len(domain.rpartition(".")[2])


def test_the_block_has_a_preview_for_editors(news):
    block = SubscribeBlock()
    html = block.render(block.get_preview_value())
    assert 'action="/bg/newsletters/"' in html
