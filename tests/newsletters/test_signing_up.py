"""Subscribing: a form, a letter, a button. Whoever asks learns nothing about who is subscribed."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from members.models import ConsentRecord
from newsletters import signing_up
from newsletters.answering import MOST_A_DAY, answer
from newsletters.models import SignUp, Subscriber, Subscription
from tests.newsletters.conftest import ADDRESS, path_in, stamp
from tests.newsletters.factories import MailingListFactory, SubscriptionFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db
State = Subscription.State


def test_the_form_sends_a_letter_and_subscribes_nobody(client, wishes, mailoutbox):
    response = client.post("/bg/newsletters/", wishes)
    assert (response.status_code, response.url) == (302, "/bg/newsletters/sent/")
    (letter,) = mailoutbox
    assert letter.to == [ADDRESS]
    assert Subscription.objects.get().state == State.UNCONFIRMED
    assert not Subscription.objects.confirmed()
    assert not ConsentRecord.objects.exists()


def test_the_button_behind_the_link_subscribes(client, sign_up):
    path = sign_up()
    assert "Да, запишете ме" in client.get(path).content.decode()
    response = client.post(path)
    assert response.status_code == 200
    assert "Абонирани сте" in response.content.decode()
    row = Subscription.objects.confirmed().get()
    assert row.subscriber.email == ADDRESS


def test_scanners_that_open_the_link_change_nothing(client, sign_up):
    path = sign_up()
    for method in (client.get, client.head, client.get):
        assert method(path).status_code == 200
    assert not Subscription.objects.confirmed()


def test_the_wishes_are_those_of_the_confirmed_form(client, sign_up, news):
    crafts, food = TopicFactory(), TopicFactory()
    news.topics.set([crafts, food])
    path = sign_up(topics=[crafts.slug], every_days="30", language="en", first_name="Мария")
    client.post(path)
    row = Subscription.objects.get()
    assert (row.every_days, row.language, row.every_topic) == (30, "en", False)
    assert list(row.topics.all()) == [crafts]
    assert (row.subscriber.first_name, row.subscriber.language) == ("Мария", "en")


def test_a_topic_that_the_list_does_not_offer_is_refused(client, wishes, news):
    news.topics.set([TopicFactory()])
    response = client.post("/bg/newsletters/", wishes | {"topics": [TopicFactory().slug]})
    assert response.status_code == 422


def test_the_proof_says_what_was_agreed_to_when_and_where(client, sign_up):
    with time_machine.travel("2026-11-20 10:00Z", tick=False):
        path = sign_up(form_stamp=stamp())
    with time_machine.travel("2026-11-20 12:00Z", tick=False):
        client.post(path)
    proof = ConsentRecord.objects.get()
    assert (proof.purpose, proof.address, proof.action) == ("newsletter:news", ADDRESS, "given")
    assert "Social Innovation Club" in proof.text
    assert proof.form_url.endswith("/bg/newsletters/")
    assert proof.network == "127.0.0.0/24"
    assert (proof.requested_at.hour, proof.confirmed_at.hour) == (10, 12)


def test_a_link_is_good_once(client, sign_up):
    path = sign_up()
    client.post(path)
    Subscription.objects.update(state=State.UNSUBSCRIBED, unsubscribed_at=timezone.now())
    assert "Тази връзка вече е използвана" in client.post(path).content.decode()
    assert not Subscription.objects.confirmed()


def test_a_link_is_good_for_72_hours(client, sign_up):
    path = sign_up()
    with time_machine.travel(timezone.now() + timedelta(hours=71)):
        assert client.get(path).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        response = client.post(path)
    assert response.status_code == 404
    assert "твърде стара" in response.content.decode()
    assert not Subscription.objects.confirmed()


def test_who_is_subscribed_already_gets_a_letter_that_says_so(client, wishes, subscription, mailoutbox):
    response = client.post("/bg/newsletters/", wishes)
    assert (response.status_code, response.url) == (302, "/bg/newsletters/sent/")
    (letter,) = mailoutbox
    assert "Вече сте абонирани" in letter.subject
    assert client.get(path_in(letter)).status_code == 200


def test_the_answer_is_the_same_whether_or_not_the_address_is_known(client, wishes, subscription):
    known = client.post("/bg/newsletters/", wishes)
    unknown = client.post("/bg/newsletters/", wishes | {"email": "nobody@example.org"})
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)


def test_the_request_itself_asks_nothing_about_the_address(
    client, wishes, subscription, settings, django_assert_num_queries
):
    """The letter is left to the background, so known and unknown addresses cost the same queries."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    client.post("/bg/newsletters/", wishes)
    with django_assert_num_queries(QUERIES):
        client.post("/bg/newsletters/", wishes)
    with django_assert_num_queries(QUERIES):
        client.post("/bg/newsletters/", wishes | {"email": "nobody@example.org"})


QUERIES = 8


def test_somebody_elses_form_changes_no_wishes(client, wishes, subscription):
    client.post("/bg/newsletters/", wishes | {"every_days": "90", "language": "en", "first_name": "Зла"})
    subscription.refresh_from_db()
    assert (subscription.every_days, subscription.language) == (0, "bg")
    assert Subscriber.objects.get().first_name == ""


def test_a_second_list_waits_for_its_own_confirmation(client, wishes, subscription, mailoutbox):
    MailingListFactory(slug="events")
    client.post("/bg/newsletters/", wishes | {"lists": ["news", "events"]})
    assert Subscription.objects.confirmed().count() == 1
    client.post(path_in(mailoutbox[-1]))
    assert Subscription.objects.confirmed().count() == 2


def test_who_left_comes_back_by_the_button_alone(client, sign_up, subscription):
    Subscription.objects.update(state=State.UNSUBSCRIBED, unsubscribed_at=timezone.now(), unsubscribed_by="issue")
    path = sign_up()
    assert Subscription.objects.get().state == State.UNSUBSCRIBED
    client.post(path)
    row = Subscription.objects.get()
    assert (row.state, row.unsubscribed_at, row.unsubscribed_by) == (State.CONFIRMED, None, "")


def test_nobody_floods_a_mailbox(client, wishes, mailoutbox):
    for number in range(MOST_A_DAY + 3):
        # From as many networks, and with what providers ignore in an address.
        more = {"email": f"Maria+{number}@Example.org"}
        assert client.post("/bg/newsletters/", wishes | more, REMOTE_ADDR=f"192.0.2.{number}").status_code == 302
    assert len(mailoutbox) == MOST_A_DAY


def test_the_next_day_a_mailbox_gets_letters_again(client, wishes, mailoutbox):
    for _number in range(MOST_A_DAY):
        client.post("/bg/newsletters/", wishes)
    SignUp.objects.update(requested_at=timezone.now() - timedelta(hours=25))
    client.post("/bg/newsletters/", wishes)
    assert len(mailoutbox) == MOST_A_DAY + 1


def test_a_blocked_subscriber_gets_no_letter(client, wishes, subscription, mailoutbox):
    Subscriber.objects.update(state=Subscriber.State.BLOCKED)
    assert client.post("/bg/newsletters/", wishes).status_code == 302
    assert mailoutbox == []


def test_a_letter_is_sent_once_however_often_the_job_runs(client, wishes, mailoutbox):
    client.post("/bg/newsletters/", wishes)
    answer(SignUp.objects.get().pk)
    assert len(mailoutbox) == 1


def test_a_letter_that_could_not_be_sent_is_tried_again(client, wishes, settings):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    assert client.post("/bg/newsletters/", wishes).status_code == 302
    settings.EMAIL_BACKEND = working
    answer(SignUp.objects.get().pk)
    assert len(mail.outbox) == 1


def test_what_nobody_confirms_is_forgotten(client, sign_up, news):
    stays = SubscriptionFactory(mailing_list=news)
    sign_up()
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        signing_up.forget_unconfirmed()
    assert list(Subscriber.objects.all()) == [stays.subscriber]
    assert not SignUp.objects.exists()


def test_capitals_and_international_domains_are_the_same_address(client, wishes):
    client.post("/bg/newsletters/", wishes | {"email": " Maria@Пример.БГ "})
    assert SignUp.objects.get().email == "maria@xn--e1afmkfd.xn--90ae"


def test_a_list_that_is_not_public_takes_nobody(client, wishes, news):
    MailingListFactory(slug="board", is_public=False)
    assert client.post("/bg/newsletters/", wishes | {"lists": ["board"]}).status_code == 422


@pytest.mark.parametrize("name", ["Мария", "Анна-Мария", "Г. Иванов", "O'Neil", "Jr."])
def test_names_of_people_are_taken(client, wishes, name):
    assert client.post("/bg/newsletters/", wishes | {"first_name": name}).status_code == 302


@pytest.mark.parametrize("name", ["https://evil.example", "evil.example", "<b>Мария</b>", "a@b"])
def test_a_name_carries_no_advertisement_into_the_letter(client, wishes, name):
    assert client.post("/bg/newsletters/", wishes | {"first_name": name}).status_code == 422


@pytest.mark.parametrize("field", ["email", "first_name", "lists", "language", "every_days", "topics"])
@pytest.mark.parametrize(
    "value", ["a\r\nBcc: evil@example.com", "\0", "x" * 10_000, "' OR 1=1 --", "-1", "999999999999"]
)
def test_whatever_is_posted_the_form_answers_and_begins_no_header(client, wishes, mailoutbox, field, value):
    assert client.post("/bg/newsletters/", wishes | {field: value}).status_code in (302, 422)
    for letter in mailoutbox:
        assert letter.recipients() == [ADDRESS]
        assert letter.message()["Bcc"] is None
