"""The demonstration: complete, in both languages, and left alone once it is there."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase, override_settings
from wagtail.models import Page

from blog.models import BlogPage
from core.models import Navigation, SiteSettings
from home.demo.accounts import ensure_accounts
from home.demo.newsletters import write_newsletters
from home.models import HomePage
from members.models import User
from newsletters.issues.reports import report_of
from newsletters.issues.versions import examine
from newsletters.models import Issue, MailingList, NewsletterPage, Subscriber
from search.engines.base import Request
from search.following import Following
from search.models import PromotedResult, Promotion, SynonymGroup
from search.repairing import repair_documents


@pytest.fixture(scope="module")
def _demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """One seeding for the whole file, rolled back after it."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            call_command("seed_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo, db):
    """The seeded site; what a test changes is undone after it."""


def everything():
    """What a second run could change, in a form that can be compared."""
    pages = Page.objects.order_by("pk").values_list(
        "pk", "path", "slug", "live", "latest_revision_id", "last_published_at"
    )
    rows = [
        list(model.objects.values()) for model in (SiteSettings, Navigation, SynonymGroup, Promotion, PromotedResult)
    ]
    return list(pages), rows


def test_every_page_of_the_demonstration_answers_in_its_language(demo, client):
    for page in Page.objects.live().filter(depth__gt=1).select_related("locale"):
        answer = client.get(page.url)
        assert answer.status_code == 200, page.url
        assert f'<html lang="{page.locale.language_code}"' in answer.content.decode()


def test_its_tree_is_whole_so_that_it_can_grow(demo):
    assert not any(Page.find_problems())


def test_all_of_it_can_be_found(demo, engine):
    assert repair_documents() == 0
    Following(engine).catch_up()
    asked = Request("en", counted=("kind",))
    assert engine.search(asked).counts["kind"] == {"profile": 60, "post": 11, "page": 9, "newsletter": 2, "issue": 4}


def test_ten_posts_are_there_in_both_languages_and_one_waits_for_its_translation(demo):
    posts = BlogPage.objects.live()

    assert posts.filter(locale__language_code="bg").count() == 11
    assert posts.filter(locale__language_code="en").count() == 10


def test_the_newest_post_is_the_seminar_in_blagoevgrad(demo):
    for language in dict(settings.LANGUAGES):
        newest = BlogPage.objects.once_in(language).order_by("-date").first()
        assert "blagoevgrad" in newest.slug


def test_translations_hold_no_text_in_the_source_language(demo):
    cyrillic = set("абвгдежзийклмнопрстуфхцчшщъьюя")
    for page in Page.objects.filter(locale__language_code="en", depth__gt=1).specific():
        lead, body = getattr(page, "lead", ""), getattr(page, "body", None)
        words = f"{page.title} {lead} {body.get_prep_value() if body else ''}"
        assert not cyrillic & set(words.lower()), page.url


def test_links_between_pages_lead_to_the_readers_language(demo, client):
    answer = client.get(BlogPage.objects.get(locale__language_code="en", slug__contains="blagoevgrad").url)

    assert 'href="/en/contact/"' in answer.content.decode()


def test_a_second_run_changes_nothing(demo):
    before = everything()

    call_command("seed_demo", verbosity=0)

    assert everything() == before


def test_what_editors_changed_survives_another_run(demo):
    home = HomePage.objects.get(locale__language_code="bg")
    home.headline = "Наше|заглавие"
    home.save_revision().publish()

    call_command("seed_demo", verbosity=0)

    assert HomePage.objects.get(pk=home.pk).headline == "Наше|заглавие"


def test_a_site_with_a_home_page_is_not_seeded_when_asked_to_fill_only_an_empty_one(demo):
    BlogPage.objects.filter(locale__language_code="en").delete()

    call_command("seed_demo", if_empty=True, verbosity=0)

    assert not BlogPage.objects.filter(locale__language_code="en").exists()


def test_demo_passwords_exist_only_in_debug(db, settings):
    settings.DEBUG = False

    with pytest.raises(ImproperlyConfigured):
        ensure_accounts()

    assert not User.objects.exists()


def test_in_debug_the_editor_can_log_in(db, client, settings):
    settings.DEBUG = True
    editor, _administrator = ensure_accounts()

    assert client.login(username=editor.email, password=editor.password)
    assert client.get("/admin/").status_code == 200


def test_the_demonstration_has_two_newsletters_and_forty_subscribers_once(demo):
    write_newsletters()
    assert MailingList.objects.count() == 2
    assert Subscriber.objects.count() == 40
    assert all(one.email.endswith("@example.org") for one in Subscriber.objects.all())
    for mailing_list in MailingList.objects.all():
        assert mailing_list.label_texts().keys() == mailing_list.description.keys() == {"bg", "en"}


def test_everything_that_its_past_issues_speak_of_has_an_address(demo):
    contents = [content for issue in Issue.objects.all() for content in issue.contents.values()]
    items = [item for content in contents for piece in content["pieces"] for item in piece.get("items", [])]
    assert len(contents) == 6
    assert items
    assert [item["title"] for item in items if not item["url"]] == []


def test_its_past_issues_say_what_became_of_them_and_the_next_one_has_something_new(demo):
    reports = [report_of(issue).account for issue in Issue.objects.all()]
    assert [report.balances and report.counts["sent"] > 10 for report in reports] == [True] * 3
    draft = NewsletterPage.objects.filter(live=False).first()
    versions, problems = examine(draft.translation_key)
    assert (set(versions), problems) == ({"bg", "en"}, [])
