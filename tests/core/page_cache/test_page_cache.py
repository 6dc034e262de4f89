"""Readers who are not signed in get kept pages, and never an old one."""

import gzip

import brotli
import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from core.changes.transactions import one_change
from core.models import ContentVersion, SiteSettings
from core.page_cache.page import KeptPage
from core.page_cache.pages import KeptPages
from core.page_cache.release import release
from tests.core.factories import StandardPageFactory, restrict, translate
from tests.members.factories import UserFactory

ADDRESS = "/bg/za-nas/"


@pytest.fixture(autouse=True)
def _kept(settings):
    settings.PAGE_CACHE_SECONDS = 3600


@pytest.fixture
def page(home_bg, home_en):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas")


def text(client, address=ADDRESS, **headers):
    return client.get(address, headers=headers).content.decode()


def test_a_page_is_made_once(client, page, django_assert_num_queries):
    first = client.get(ADDRESS)
    with django_assert_num_queries(1):
        second = client.get(ADDRESS)

    assert second.content == first.content
    assert b"\xd0\x97\xd0\xb0 \xd0\xbd\xd0\xb0\xd1\x81" in second.content


def test_a_kept_page_keeps_its_headers_and_browsers_ask_again(client, page):
    first, second = client.get(ADDRESS), client.get(ADDRESS)

    own = {"X-Request-ID"}
    assert {k: v for k, v in second.items() if k not in own} == {k: v for k, v in first.items() if k not in own}
    assert second["Cache-Control"] == "no-cache"
    assert second["Content-Language"] == "bg"
    assert "default-src 'none'" in second["Content-Security-Policy"]
    assert second["X-Request-ID"] != first["X-Request-ID"]


def test_a_browser_that_still_has_the_page_gets_no_body(client, page):
    tag = client.get(ADDRESS)["ETag"]

    again = client.get(ADDRESS, headers={"If-None-Match": f'"other", {tag}'})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


def test_the_tag_is_another_once_the_page_is(client, page):
    tag = client.get(ADDRESS)["ETag"]
    page.title = "За всички нас"
    page.save_revision().publish()

    assert client.get(ADDRESS, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "encoding", "decode"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("", None, bytes),
        ("identity", None, bytes),
    ],
)
def test_every_encoding_brings_the_same_page(client, page, asked, encoding, decode):
    for _time in range(2):
        response = client.get(ADDRESS, headers={"Accept-Encoding": asked})

        assert response.get("Content-Encoding") == encoding
        assert int(response["Content-Length"]) == len(response.content)
        assert "За нас" in decode(response.content).decode()
        assert "Accept-Encoding" in response["Vary"]


def test_a_head_asks_for_the_same_headers(client, page):
    tag = client.get(ADDRESS)["ETag"]
    head = client.head(ADDRESS)
    assert (head.status_code, head["ETag"], head.content) == (200, tag, b"")


def retitle(page):
    page.title = "Друго заглавие"
    page.save_revision().publish()


def rename_site(page):
    settings = SiteSettings.objects.get(language="bg")
    settings.name = "Друг клуб"
    settings.save()


def rename_slug(page):
    page.slug = "drugade"
    page.save_revision().publish()


CHANGES = {
    "publish": retitle,
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "move": lambda page: page.move(StandardPageFactory(parent=page.get_parent().specific), "last-child"),
    "slug": rename_slug,
    "setting": rename_site,
    "restriction": lambda page: restrict(page),
    "translation": lambda page: translate(page, "en", {"За нас": "About us"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_no_worker_shows_what_was_before(page, name):
    workers = [Client(), Client()]
    before = [text(worker) for worker in workers]

    CHANGES[name](page)

    for worker, old in zip(workers, before, strict=True):
        assert text(worker) != old


def test_what_is_rolled_back_is_never_shown(client, page):
    before = text(client)
    with pytest.raises(RuntimeError):
        give_up(page)
    assert text(client) == before


def give_up(page):
    with one_change():
        retitle(page)
        raise RuntimeError


@pytest.mark.parametrize("address", [f"{ADDRESS}?page=2", f"{ADDRESS}?x=1", f"http://127.0.0.1{ADDRESS}"])
def test_an_address_is_kept_with_its_query_and_its_host(client, page, address):
    client.get(ADDRESS)
    host = {"Host": "127.0.0.1"} if address.startswith("http") else {}
    with CaptureQueriesContext(connection) as captured:
        client.get(address.removeprefix("http://127.0.0.1"), headers=host)
    assert len(captured) > 1


def test_a_foreign_host_is_refused_before_and_after(client, page):
    client.get(ADDRESS)
    assert client.get(ADDRESS, headers={"Host": "evil.example"}).status_code == 400


def test_who_is_signed_in_gets_a_page_of_their_own(client, page):
    client.get(ADDRESS)
    client.force_login(UserFactory(is_superuser=True))

    response = client.get(ADDRESS)

    assert response["Cache-Control"] == "private, no-cache"
    assert not response.has_header("ETag")


def test_what_a_signed_in_reader_may_see_is_shown_to_nobody_else(client, page):
    restrict(page)
    member = Client()
    member.force_login(UserFactory(is_superuser=True))

    assert member.get(ADDRESS).status_code == 200
    assert client.get(ADDRESS).status_code == 302


def test_a_preview_is_neither_taken_from_the_kept_pages_nor_put_among_them(client, page):
    before = text(client)
    page.title = "Само чернова"

    assert "Само чернова" in page.make_preview_request().content.decode()
    assert text(client) == before


@pytest.mark.parametrize(
    ("path", "status"), [("/bg/nyama/", 404), ("/bg/za-nas", 301), ("/", 302), ("/robots.txt", 200)]
)
def test_only_pages_are_kept(client, page, path, status):
    for _time in range(2):
        response = client.get(path)
        assert response.status_code == status
        assert not response.has_header("ETag")


def test_a_page_is_made_anew_when_its_time_is_up(client, page, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    first = client.get(ADDRESS)
    Page.objects.filter(pk=page.pk).update(title="Мимо версията")
    assert text(client) == first.content.decode()

    time_machine.shift(3601)

    assert "Мимо версията" in text(client)


def test_a_lost_count_begins_anew(client, page):
    before = text(client)
    ContentVersion.objects.all().delete()

    retitle(page)

    assert text(client) != before


def kept(body, **facts):
    return KeptPage(**{"brotli": body, "headers": {}, "etag": "", "expires": 4e9} | facts)


def test_the_page_that_nobody_asked_for_leaves_first(settings):
    settings.PAGE_CACHE_BYTES = 3 * kept(b"x").size
    pages = KeptPages()
    for address in "abc":
        pages.put("1", address, kept(b"x"))
    pages.get("1", "a")

    pages.put("1", "d", kept(b"x"))

    assert [address for address in "abcd" if pages.get("1", address)] == ["a", "c", "d"]


def test_workers_share_what_one_of_them_made(settings):
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    caches["pages"].clear()
    one, other = KeptPages(), KeptPages()

    one.put("1", "a", kept(b"x"))

    assert other.get("1", "a") == kept(b"x")
    assert other.get("2", "a") is None


def test_pages_that_other_code_made_are_not_shown(settings, tmp_path):
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.BASE_DIR = tmp_path
    (tmp_path / "page.html").write_text("before")
    release.cache_clear()
    KeptPages().put("1", "a", kept(b"x"))
    assert KeptPages().get("1", "a") == kept(b"x")

    (tmp_path / "page.html").write_text("after")
    release.cache_clear()

    assert KeptPages().get("1", "a") is None
    release.cache_clear()


def test_a_new_version_leaves_nothing_of_the_old_one():
    pages = KeptPages()
    pages.put("1", "a", kept(b"x"))
    pages.put("2", "b", kept(b"y"))
    assert pages.get("1", "a") is None
    assert pages.get("2", "b") == kept(b"y")
