"""Lists, subscribers, imports and exports in the admin."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook
from wagtail.permissions import policy_registry

from mailing.services import suppress
from members.models import ConsentRecord
from newsletters.importing.keeping import forget_old_files
from newsletters.importing.running import import_file
from newsletters.models import MailingList, Subscriber, SubscriberImport, Subscription
from tests.members.factories import UserFactory
from tests.newsletters.conftest import ADDRESS
from tests.newsletters.factories import MailingListFactory, SubscriptionFactory

pytestmark = pytest.mark.django_db
HEADER = "email;language;lists;source;consent_date;first_name"


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def moderator(client, news):
    client.force_login(UserFactory(group="Moderators", language="en"))
    return client


@pytest.fixture
def administrator(client, news):
    client.force_login(UserFactory(is_superuser=True, language="en"))
    return client


def table(*rows, header=HEADER):
    return SimpleUploadedFile("people.csv", "\n".join([header, *rows]).encode())


def upload(client, file, news):
    return client.post(reverse("subscribers:import"), {"file": file, "mailing_list": news.pk, "language": "bg"})


def run_import(client, file, news):
    """Rehearse a file, then import it; returns its report."""
    address = upload(client, file, news).url
    client.post(address)
    return SubscriberImport.objects.get().report


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Translators"])
def test_each_group_may_do_its_part_and_no_more(group):
    user = UserFactory(group=group)
    moderates = group == "Moderators"
    lists, people = policy_registry.get_by_type(MailingList), policy_registry.get_by_type(Subscriber)
    assert lists.user_has_permission(user, "change")
    assert lists.user_has_permission(user, "add") is moderates
    assert people.user_has_permission(user, "change") is moderates
    assert user.has_perm("newsletters.add_subscriberimport") is moderates
    assert not user.has_perm("newsletters.export_subscribers")


def test_nobody_adds_a_subscriber_by_hand(administrator):
    assert not policy_registry.get_by_type(Subscriber).user_has_permission(UserFactory(is_superuser=True), "add")
    assert administrator.get(reverse("subscribers:add")).status_code == 302


@pytest.mark.parametrize("address", ["subscribers:index", "subscribers:import", "subscribers:export"])
def test_editors_reach_no_address_of_a_subscriber(client, subscription, address):
    client.force_login(UserFactory(group="Editors"))
    assert client.get(reverse(address)).status_code == 302
    assert client.get(reverse("subscribers:edit", args=[subscription.subscriber_id])).status_code == 302


def test_a_list_is_made_with_its_words_in_both_languages(moderator):
    data = {
        "labels_bg": "Дати",
        "labels_en": "Dates",
        "description_bg": "",
        "description_en": "",
        "slug": "dates",
        "default_language": "bg",
        "is_public": "on",
        "order": "3",
    }
    response = moderator.post(reverse("mailing-lists:add"), data)
    assert response.status_code == 302, response.context["form"].errors
    made = MailingList.objects.get(slug="dates")
    assert made.labels == {"bg": "Дати", "en": "Dates"}
    moderator.post(reverse("mailing-lists:edit", args=[made.pk]), data | {"slug": "other", "order": "4"})
    made.refresh_from_db()
    assert (made.slug, made.order) == ("dates", 4)


def test_subscribers_are_found_by_address_list_state_and_language(moderator, subscription, news):
    SubscriptionFactory(mailing_list=news, state="unsubscribed", unsubscribed_at=timezone.now())
    SubscriptionFactory(subscriber__email="other@example.net", subscriber__language="en")

    def found(**query):
        response = moderator.get(reverse("subscribers:index"), query)
        return {one.email for one in response.context["object_list"]}

    assert found(q="maria") == {ADDRESS}
    assert found(q="example net") == {"other@example.net"}
    assert found(language="en") == {"other@example.net"}
    assert found(mailing_list=news.pk, subscription="confirmed") == {ADDRESS}
    assert len(found(subscription="unsubscribed")) == 1


def test_the_listing_takes_as_many_queries_for_one_as_for_many(
    moderator, subscription, news, django_assert_max_num_queries
):
    address = reverse("subscribers:index")
    moderator.get(address)
    for _number in range(20):
        SubscriptionFactory(mailing_list=news)
    with django_assert_max_num_queries(16):
        moderator.get(address)


def test_a_subscribers_page_shows_wishes_and_proofs(moderator, subscription):
    ConsentRecord.objects.create(purpose="newsletter:news", address=ADDRESS, action="given", language="bg", text="Да!")
    html = moderator.get(reverse("subscribers:edit", args=[subscription.subscriber_id])).content.decode()
    assert "Да!" in html
    assert "Новини на клуба" in html or "Club news" in html


def test_staff_block_a_subscriber_and_change_no_address(moderator, subscription):
    address = reverse("subscribers:edit", args=[subscription.subscriber_id])
    moderator.post(address, {"first_name": "", "language": "en", "state": "blocked", "email": "evil@example.org"})
    subscriber = Subscriber.objects.get()
    assert (subscriber.email, subscriber.state, subscriber.language) == (ADDRESS, "blocked", "en")
    assert moderator.get(reverse("subscribers:history", args=[subscriber.pk])).status_code == 200


def test_deleting_a_subscriber_erases_them(moderator, subscription):
    ConsentRecord.objects.create(purpose="newsletter:news", address=ADDRESS, action="given", language="bg")
    moderator.post(reverse("subscribers:delete", args=[subscription.subscriber_id]))
    assert not Subscriber.objects.exists()
    assert not ConsentRecord.objects.exists()


def test_a_file_is_rehearsed_before_anybody_is_subscribed(moderator, news):
    address = upload(moderator, table("new@example.org;en;news;Fair in Sofia;2026-05-01;Ana"), news).url
    assert not Subscriber.objects.exists()
    assert "Fair" not in moderator.get(address).content.decode()
    moderator.post(address)
    row = Subscription.objects.confirmed().get()
    assert (row.subscriber.email, row.subscriber.first_name, row.language) == ("new@example.org", "Ana", "en")
    proof = ConsentRecord.objects.get()
    assert (proof.source, proof.confirmed_at.date().isoformat()) == ("Fair in Sofia", "2026-05-01")


def test_the_file_is_deleted_when_it_has_been_imported_and_imports_once(moderator, news):
    address = upload(moderator, table("new@example.org;;;Fair;01.05.2026;"), news).url
    moderator.post(address)
    moderator.post(address)
    run = SubscriberImport.objects.get()
    assert run.report["counts"]["subscriptions"] == 1
    assert not run.file
    assert ConsentRecord.objects.count() == 1


def test_an_import_revives_nobody_and_changes_no_wishes(moderator, news, subscription):
    left = SubscriptionFactory(mailing_list=news, state="unsubscribed", unsubscribed_at=timezone.now())
    blocked = SubscriptionFactory(mailing_list=MailingListFactory(), subscriber__state="blocked").subscriber
    rows = [f"{email};en;news;Fair;2026-05-01;X" for email in (left.subscriber.email, blocked.email, ADDRESS)]
    report = run_import(moderator, table(*rows), news)
    assert [problem[1] for problem in report["problems"]] == ["left", "blocked", "known"]
    assert Subscription.objects.confirmed().get() == subscription
    subscription.refresh_from_db()
    assert (subscription.language, subscription.subscriber.first_name) == ("bg", "")
    assert not ConsentRecord.objects.exists()


def test_an_import_does_not_revive_an_address_that_is_suppressed(moderator, news):
    suppress("Gone@example.org")
    report = run_import(moderator, table("gone@example.org;;news;Fair;2026-05-01;"), news)
    assert report["problems"] == [[2, "suppressed", ""]]
    assert not Subscriber.objects.exists()


def test_who_was_erased_is_not_brought_back_by_an_import(moderator, news, subscription):
    moderator.post(reverse("subscribers:delete", args=[subscription.subscriber_id]))
    report = run_import(moderator, table(f"{ADDRESS};;news;Fair;2026-05-01;"), news)
    assert report["problems"] == [[2, "suppressed", ""]]


def test_who_never_confirmed_is_confirmed_by_a_proof_from_elsewhere(moderator, news):
    waiting = SubscriptionFactory(mailing_list=news, state="unconfirmed", confirmed_at=None)
    run_import(moderator, table(f"{waiting.subscriber.email};;news;Fair;2026-05-01;"), news)
    waiting.refresh_from_db()
    assert waiting.state == Subscription.State.CONFIRMED


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("nobody;bg;news;Fair;2026-05-01;", "no_address"),
        ("a@example.org;bg;news;;2026-05-01;", "no_source"),
        ("a@example.org;bg;news;Fair;;", "no_date"),
        ("a@example.org;bg;news;Fair;2999-01-01;", "future"),
        ("a@example.org;xx;news;Fair;2026-05-01;", "no_language"),
        ("a@example.org;bg;nothing;Fair;2026-05-01;", "no_list"),
        ("a@example.org;bg;news;Fair", "cells"),
    ],
)
def test_a_row_without_what_it_needs_is_refused_and_the_others_are_taken(moderator, news, row, code):
    report = run_import(moderator, table(row, "good@example.org;;;Fair;2026-05-01;"), news)
    assert report["problems"] == [[2, code, ""]]
    assert Subscriber.objects.get().email == "good@example.org"


def test_an_address_that_stands_twice_is_taken_once(moderator, news):
    report = run_import(
        moderator, table(*["A@example.org;;;Fair;2026-05-01;", "a@EXAMPLE.org;;;Fair;2026-05-01;"]), news
    )
    assert report["counts"] == {"rows": 2, "refused": 1, "subscriptions": 1, "new": 1}


@pytest.mark.parametrize("missing", ["email", "source", "consent_date"])
def test_a_file_without_proof_is_refused_whole(moderator, news, missing):
    header = HEADER.replace(missing, "other")
    response = upload(moderator, table("a@example.org;bg;news;Fair;2026-05-01;", header=header), news)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SubscriberImport.objects.exists()


def test_a_workbook_is_read_too(moderator, news):
    book = Workbook()
    book.active.append(["Имейл", "Източник", "Дата", "Име"])
    book.active.append(["ana@example.org", "Панаир", timezone.now().replace(tzinfo=None), "Ана"])
    data = io.BytesIO()
    book.save(data)
    run_import(moderator, SimpleUploadedFile("people.xlsx", data.getvalue()), news)
    assert Subscriber.objects.get().first_name == "Ана"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xff\xfe\x00", b"email;source\n\0"])
def test_a_broken_file_is_refused_with_a_reason(moderator, news, content):
    response = upload(moderator, SimpleUploadedFile("people.csv", content), news)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]


def test_a_file_that_nobody_decides_about_is_forgotten(moderator, news):
    upload(moderator, table("a@example.org;;;Fair;2026-05-01;"), news)
    run = SubscriberImport.objects.get()
    path = run.file.path
    forget_old_files()
    assert SubscriberImport.objects.exists()
    SubscriberImport.objects.update(created_at=timezone.now() - timezone.timedelta(days=2))
    forget_old_files()
    assert not SubscriberImport.objects.exists()
    with pytest.raises(FileNotFoundError), open(path):
        pass


def test_a_large_file_costs_a_few_queries_for_each_part(news, django_assert_max_num_queries):
    rows = [f"reader{number}@example.com;bg;news;Fair;2026-05-01;" for number in range(1200)]
    file = table(*rows)
    with django_assert_max_num_queries(60):
        report = import_file(file, defaults={"mailing_list": news, "language": "bg"}, dry=False)
    assert report["counts"]["new"] == 1200


def test_an_export_says_who_gets_what_and_calculates_nothing(administrator, subscription, caplog):
    Subscriber.objects.update(first_name='=HYPERLINK("https://evil.example")')
    with caplog.at_level("INFO"):
        response = administrator.get(reverse("subscribers:export"))
        text = b"".join(response.streaming_content).decode()
    assert ADDRESS in text
    assert "'=HYPERLINK" in text
    assert "no-store" in response.headers["Cache-Control"]
    assert any("export of subscribers" in record.message for record in caplog.records)


def test_an_export_has_what_the_filters_leave(administrator, subscription):
    SubscriptionFactory(subscriber__email="other@example.net")
    response = administrator.get(reverse("subscribers:export"), {"q": "maria"})
    assert b"other@example.net" not in b"".join(response.streaming_content)


def test_moderators_take_no_export(moderator, subscription):
    assert moderator.get(reverse("subscribers:export")).status_code == 302
