"""It is counted how often readers are given a page, and nothing about who they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import ContentVersion, PageViews
from core.page_cache import views
from core.page_cache.views import views_of
from home.models import StandardPage
from tests.core.factories import StandardPageFactory, restrict
from tests.members.factories import UserFactory

ADDRESS = "/bg/za-nas/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@pytest.fixture(autouse=True)
def _kept(settings, monkeypatch):
    settings.PAGE_CACHE_SECONDS = 3600
    monkeypatch.setattr(StandardPage, "counts_views", True)
    monkeypatch.setattr(views.notebook, "_noted", {})


@pytest.fixture
def page(home_bg):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


def ask(client, address=ADDRESS, agent=FIREFOX, **headers):
    return client.get(address, headers={"User-Agent": agent, **headers})


def counted(page):
    views.notebook.write_down()
    return views_of([page])[page.pk]


def test_made_and_kept_answers_count_whatever_stands_behind_the_address(client, page):
    ask(client)
    ask(client)
    ask(client, f"{ADDRESS}?utm_source=letter")
    assert counted(page) == 3
    ask(client)
    assert counted(page) == 4


def test_a_kept_answer_is_counted_without_a_query_and_writing_takes_one_a_page(client, page):
    for _number in range(3):
        ask(client)
    views.notebook.write_down()
    with CaptureQueriesContext(connection) as captured:
        ask(client)
        ask(client)
    assert len(captured) == 2, "the content version, once an answer"
    version = ContentVersion.objects.number()
    with CaptureQueriesContext(connection) as captured:
        views.notebook.write_down()
    sent = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]
    assert (len(sent), sent[0][:6], PageViews.objects.get().views) == (1, "UPDATE", 5)
    assert ContentVersion.objects.number() == version


@pytest.mark.parametrize("asked", [{"agent": GOOGLEBOT}, {"agent": ""}, {"Sec-Purpose": "prefetch"}], ids=str)
def test_programs_and_what_is_fetched_ahead_do_not_count(client, page, asked):
    ask(client, **asked)
    assert counted(page) == 0


def test_neither_do_heads_previews_editors_nor_who_still_has_the_page(client, page):
    tag = ask(client)["ETag"]
    assert ask(client, **{"If-None-Match": tag}).status_code == 304
    client.head(ADDRESS, headers={"User-Agent": FIREFOX})
    page.make_preview_request(extra_request_attrs={"META": {"HTTP_USER_AGENT": FIREFOX}})
    client.force_login(UserFactory())
    ask(client)
    assert counted(page) == 1


def test_a_private_page_and_one_that_is_gone_leave_nothing_behind(client, page):
    restrict(page)
    ask(client)
    assert counted(page) == 0
    views.notebook.note(page.pk, views=1)
    page.delete()
    views.notebook.write_down()
    assert not PageViews.objects.exists()


def test_pages_that_do_not_ask_for_it_are_not_counted(client, page, monkeypatch):
    monkeypatch.setattr(StandardPage, "counts_views", False)
    ask(client)
    assert counted(page) == 0


def test_two_processes_add_up(page):
    for number in (2, 3):
        views.record({page.pk: {"views": number}})
    assert counted(page) == 5
