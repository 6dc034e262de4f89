"""The dashboard tells each editor what waits for them, in their language."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from core.admin_home import notices
from core.models import SiteSettings
from tests.core.board.test_states import publish
from tests.core.factories import StandardPageFactory, translate
from tests.core.overlay.english import english_of
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db

HOME = "wagtailadmin_home"


@pytest.fixture
def editor(client, site):
    user = UserFactory(group="Editors", language="bg")
    client.force_login(user)
    return user


@pytest.fixture
def panel(client):
    def panel(name):
        soup = BeautifulSoup(client.get(reverse(HOME)).content, "html.parser")
        return soup.select_one(f"#{name}-section")

    return panel


@pytest.mark.parametrize(("language", "name"), [("bg", "Клуб за иновации"), ("en", "Innovation club")])
def test_the_dashboard_is_headed_by_the_sites_name_in_the_language_of_the_user(client, site, language, name):
    SiteSettings.objects.filter(language=language).update(name=name)
    client.force_login(UserFactory(group="Editors", language=language))
    soup = BeautifulSoup(client.get(reverse(HOME)).content, "html.parser")
    assert soup.h1.get_text(strip=True) == name


def test_my_drafts_are_mine_and_not_published(editor, panel, home_bg):
    for user, title in ((editor, "Моя"), (UserFactory(), "Чужда")):
        page = StandardPageFactory(parent=home_bg, title=title, live=False)
        page.save_revision(user=user, clean=False)
    titles = [link.get_text() for link in panel("my-drafts").select("a.waiting__title")]
    assert titles == ["Моя"]


def test_what_goes_live_by_itself_is_no_draft_of_mine(editor, panel, home_bg):
    page = StandardPageFactory(parent=home_bg, live=False)
    tomorrow = timezone.now() + timedelta(days=1)
    page.save_revision(user=editor, clean=False, approved_go_live_at=tomorrow)
    assert panel("my-drafts").select_one(".waiting__empty")


def test_translations_that_wait_lead_into_the_board(editor, panel, home_bg):
    page = StandardPageFactory(parent=home_bg, title="За нас")
    translate(page, "en")
    publish(page, lead="Друго.")
    waiting = panel("translations-waiting")
    assert waiting.select_one(".board__count")["href"] == reverse("translation_board:index") + "?state=stale"
    assert waiting.select_one(".board__count").get_text(" ", strip=True) == "1 остарял"
    assert "За нас" in waiting.select_one(".waiting__item").get_text()


def test_what_is_scheduled_is_named_with_its_moment(editor, panel, home_bg):
    page = StandardPageFactory(parent=home_bg, title="Утрешна", live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(clean=False, approved_go_live_at=page.go_live_at)
    item = panel("scheduled").select_one(".waiting__item")
    assert "Утрешна" in item.get_text()
    assert "публикува се" in item.get_text()


def test_where_nothing_waits_the_panels_say_so(editor, panel):
    for name in ("my-drafts", "translations-waiting", "scheduled"):
        assert panel(name).select_one(".waiting__empty")


@pytest.fixture
def notice():
    texts = ["Фоновата работа е спряла."]

    def say(request):
        return texts[0]

    notices.register(say)
    yield texts
    notices.unregister(say)


def test_a_registered_notice_is_shown_while_it_has_something_to_say(editor, client, notice):
    assert notice[0] in client.get(reverse(HOME)).content.decode()
    text, notice[0] = notice[0], None
    assert text not in client.get(reverse(HOME)).content.decode()


def test_the_dashboard_asks_as_many_questions_however_much_there_is(
    editor, client, home_bg, django_assert_max_num_queries
):
    StandardPageFactory(parent=home_bg, live=False).save_revision(user=editor, clean=False)
    client.get(reverse(HOME))
    with django_assert_max_num_queries(45) as few:
        client.get(reverse(HOME))
    most = len(few.captured_queries)
    for _number in range(20):
        StandardPageFactory(parent=home_bg)
        StandardPageFactory(parent=home_bg, live=False).save_revision(user=editor, clean=False)
    client.get(reverse(HOME))  # what the site remembers is built anew after each change
    with django_assert_max_num_queries(most):
        client.get(reverse(HOME))


@pytest.mark.parametrize("address", [HOME, "wagtailadmin_login"])
def test_nothing_is_english_in_bulgarian(client, site, home_bg, address):
    page = StandardPageFactory(parent=home_bg, title="За нас")
    if address == HOME:
        user = UserFactory(group="Editors", language="bg")
        page.save_revision(user=user, clean=False)
        client.force_login(user)
    SiteSettings.objects.filter(language="bg").update(name="Клуб")
    assert english_of(client.get(reverse(address)).content.decode()) == []
