"""An issue from its draft into the mailboxes of its readers, each in their language, once."""

import pytest

from mailing import selectors
from mailing import services as mailing
from mailing.exceptions import NotAllowedNow
from mailing.models import Delivery, Mailing
from newsletters import preferences
from newsletters.issues import services
from newsletters.models import NewsletterPage, Subscription
from tests.core.factories import translate
from tests.newsletters.factories import SubscriptionFactory
from tests.newsletters.issues.conftest import part
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def test_everybody_gets_an_issue_once_in_their_language(news, compose, deliver):
    page = compose(title="Новини от ноември")
    translate(
        page,
        "en",
        {"Новини от ноември": "News of November", "{{ greeting }} Ето новините.": "{{ greeting }} Here is the news."},
        live=False,
    )
    SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org", subscriber__first_name="Мария")
    SubscriptionFactory(mailing_list=news, subscriber__email="john@example.org", subscriber__language="en")
    issue = services.schedule(page.translation_key)
    letters = deliver()
    assert {address: letter["Subject"] for address, letter in letters.items()} == {
        "maria@example.org": "Новини от ноември",
        "john@example.org": "News of November",
    }
    assert "Здравейте, Мария! Ето новините." in part(letters["maria@example.org"], "plain")
    assert "Hello! Here is the news." in part(letters["john@example.org"], "html")
    deliver()
    issue.mailing.refresh_from_db()
    assert issue.mailing.state == Mailing.State.DONE
    account = selectors.account(issue.mailing)
    assert (account.audience, account.counts["sent"], account.balances) == (2, 2, True)


def test_publishing_sends_nothing_and_sending_publishes(news, compose, deliver):
    page = compose()
    SubscriptionFactory(mailing_list=news)
    other = compose()
    other.get_latest_revision().publish()
    assert deliver() == {}
    services.schedule(page.translation_key)
    assert not NewsletterPage.objects.get(pk=page.pk).live
    deliver()
    assert NewsletterPage.objects.get(pk=page.pk).live


def test_who_reads_a_language_that_is_missing_gets_the_declared_one(news, compose, deliver):
    page = compose(title="Само на български")
    SubscriptionFactory(mailing_list=news, subscriber__email="john@example.org", subscriber__language="en")
    services.schedule(page.translation_key)
    letter = deliver()["john@example.org"]
    assert (letter["Subject"], letter["Content-Language"]) == ("Само на български", "bg")


def test_each_letter_lets_its_reader_leave_in_one_click(client, news, compose, deliver):
    row = SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org")
    page = compose()
    services.schedule(page.translation_key)
    letter = deliver()["maria@example.org"]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (letter["Precedence"], "<news." in letter["List-Id"]) == ("bulk", True)
    url = letter["List-Unsubscribe"].strip("<>")
    assert url in part(letter, "plain")
    assert f'href="{url}"' in part(letter, "html")
    client.post(url.removeprefix("http://localhost:8000"), {"List-Unsubscribe": "One-Click"})
    row.refresh_from_db()
    assert (row.state, row.unsubscribed_by) == ("unsubscribed", page.translation_key.hex)


def test_who_wants_fewer_issues_or_other_topics_is_left_out_on_the_record(news, compose, deliver):
    crafts, food = TopicFactory(), TopicFactory()
    SubscriptionFactory(mailing_list=news, every_days=30, subscriber__email="seldom@example.org")
    SubscriptionFactory(mailing_list=news, topics=[food], subscriber__email="food@example.org")
    assert set(send(compose(), deliver)) == {"seldom@example.org", "food@example.org"}
    later = compose(topics=[crafts])
    send(later, deliver)
    left_out = Delivery.objects.get(mailing__issue__key=later.translation_key)
    assert (left_out.address, left_out.state, left_out.reason) == (
        "seldom@example.org",
        "skipped",
        "wants fewer issues",
    )


def test_who_leaves_while_an_issue_is_going_out_gets_none(news, compose, deliver):
    row = SubscriptionFactory(mailing_list=news)
    page = compose()
    issue = services.schedule(page.translation_key)
    Mailing.objects.filter(pk=issue.mailing_id).update(state=Mailing.State.MATERIALISING)
    from_the_beginning = list(Subscription.objects.confirmed())
    preferences.unsubscribe(row)
    assert from_the_beginning == [row]
    assert deliver() == {}


def test_what_is_scheduled_is_frozen(news, compose, deliver):
    SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org")
    page = compose(title="Както беше")
    services.schedule(page.translation_key)
    page.title = "Променено"
    page.save_revision()
    assert deliver()["maria@example.org"]["Subject"] == "Както беше"


def test_an_issue_leaves_once_however_often_it_is_scheduled(news, compose, deliver):
    SubscriptionFactory(mailing_list=news)
    page = compose()
    services.schedule(page.translation_key)
    with pytest.raises(NotAllowedNow):
        services.schedule(page.translation_key)
    assert len(deliver()) == 1
    with pytest.raises(NotAllowedNow):
        services.schedule(page.translation_key)


def test_a_scheduled_issue_can_be_taken_back_changed_and_scheduled_again(news, compose, deliver):
    SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org")
    page = compose(title="Първо")
    issue = services.schedule(page.translation_key)
    mailing.unschedule_mailing(issue.mailing)
    page.title = "Второ"
    page.save_revision()
    services.schedule(page.translation_key)
    assert deliver()["maria@example.org"]["Subject"] == "Второ"


def test_a_test_goes_to_one_address_and_says_so(compose, deliver):
    page = compose(title="Новини")
    services.send_test(page.translation_key, language="bg", address="editor@example.org")
    letter = deliver()["editor@example.org"]
    assert letter["Subject"] == "[Проба] Новини"
    assert "Здравейте, Мария! Ето новините." in part(letter, "plain")


def send(page, deliver):
    services.schedule(page.translation_key)
    return deliver()
