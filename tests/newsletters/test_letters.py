"""The letters: both languages, text and HTML saying the same, nothing fetched, headers that parse."""

import re
from html import unescape

import pytest
from django.utils import translation

from newsletters import mails
from newsletters.models import SignUp
from tests.newsletters.factories import SubscriberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["bg", "en"])
def language(request):
    return request.param


@pytest.fixture
def letters(language, news, mailoutbox):
    """One letter of every kind."""
    name = "Ана & <b>"
    subscriber = SubscriberFactory(language=language, first_name=name, new_email="new@example.org")
    sign_up = SignUp.objects.create(email="a@example.org", language=language, first_name=name)
    # Whatever language is active where they are sent.
    with translation.override("bg" if language == "en" else "en"):
        mails.send_confirmation(sign_up, [news])
        for send in (mails.send_known, mails.send_access, mails.send_new_address):
            send(subscriber)
        mails.send_moved(subscriber, "old@example.org")
    return mailoutbox


def words(text):
    return set(re.findall(r"\w{4,}", re.sub(r"https?://\S+", "", text)))


def html_of(letter):
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    return html


def test_each_letter_is_in_its_readers_language_whichever_is_active(letters, language):
    for letter in letters:
        assert f'lang="{language}"' in html_of(letter)
        assert bool(re.search("[а-я]", letter.subject)) is (language == "bg")
        assert ("Здравейте" in letter.body) is (language == "bg")


def test_text_and_html_say_the_same(letters):
    for letter in letters:
        shown = re.sub(r"<(style|title|head)\b.*?</\1>|<!--.*?-->", " ", html_of(letter), flags=re.S)
        html = unescape(re.sub(r"<[^>]+>", " ", shown))
        assert words(letter.body) - words(html) == set()


def test_nothing_is_fetched_and_every_link_leads_to_the_site(letters):
    for letter in letters:
        html = html_of(letter)
        assert not re.search(r"<(img|link|script|iframe)\b|@import|url\(", html)
        for address in re.findall(r'href="([^"]+)"', html):
            assert address.startswith("http://localhost:8000/")


def test_headers_say_that_no_person_wrote_it_and_each_has_one_recipient(letters):
    for letter in letters:
        message = letter.message()
        assert message["Auto-Submitted"] == "auto-generated"
        assert len(letter.recipients()) == 1
        assert "\n" not in letter.subject


def test_a_name_is_text_in_the_letter(letters):
    for letter in letters:
        assert "<b>" not in html_of(letter)
        assert "Ана & <b>" in letter.body


def test_each_html_part_has_one_heading_and_tables_that_are_none(letters):
    for letter in letters:
        html = html_of(letter)
        assert html.count("<h1") == 1
        tables = re.findall(r"<table\b[^>]*>", html)
        assert [table for table in tables if 'role="presentation"' not in table] == []


def test_links_begin_with_the_sites_own_address_whatever_host_was_asked(client, wishes, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/bg/newsletters/", wishes, headers={"Host": "evil.example"})
    assert "evil.example" not in mailoutbox[0].body
    assert "http://localhost:8000/bg/newsletters/confirm/" in mailoutbox[0].body
