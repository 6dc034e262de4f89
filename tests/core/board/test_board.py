"""The board as editors meet it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import Translation

from core.board import registry
from core.board.pages import PageSource
from core.board.registry import Action, Cell, Row, Source, State
from tests.core.board.test_states import publish
from tests.core.factories import StandardPageFactory, locale, translate
from tests.core.overlay.english import english_of
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client, site):
    user = UserFactory(group="Translators", language="bg")
    client.force_login(user)
    return user


@pytest.fixture
def pages(home_bg, site):
    """One page in each state."""
    names = ("липсва", "чернова", "остаряла", "готова")
    made = {name: StandardPageFactory(parent=home_bg, title=name.capitalize()) for name in names}
    translate(made["чернова"], "en", live=False)
    translate(made["остаряла"], "en")
    translate(made["готова"], "en")
    publish(made["остаряла"], lead="Ново.")
    return made


@pytest.fixture
def board(client):
    def open_board(**choice):
        answer = client.get(reverse("translation_board:index"), choice)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return open_board


def titles(soup):
    return [title.get_text(strip=True) for title in soup.select(".board__name")]


def test_what_is_urgent_comes_first(translator, board, pages):
    assert titles(board()) == ["Остаряла", "Чернова", "Липсва", "Готова", "Начало"]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"state": "stale"}, ["Остаряла"]),
        ({"state": "missing"}, ["Липсва"]),
        ({"state": "missing", "language": "bg"}, []),
        ({"state": "draft", "language": "en"}, ["Чернова"]),
        ({"text": "ЛИПС"}, ["Липсва"]),
        ({"kind": "Начална страница"}, ["Начало"]),
        ({"state": "nonsense", "p": "nonsense"}, ["Остаряла", "Чернова", "Липсва", "Готова", "Начало"]),
    ],
)
def test_the_board_shows_what_is_asked_for(translator, board, pages, choice, found):
    assert titles(board(**choice)) == found


def test_an_empty_result_says_so_and_leads_back(translator, board, pages):
    soup = board(text="няма такава")
    assert soup.select_one(".board__empty a")["href"] == reverse("translation_board:index")


def test_a_missing_page_is_translated_in_place(client, translator, board, pages):
    form = board(state="missing").select_one(".board__table form")
    answer = client.post(form["action"])
    english = pages["липсва"].get_translation(locale("en"))
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert not english.live
    assert client.get(answer.url).status_code == 200


def test_an_outdated_page_is_updated_in_place(client, translator, board, pages):
    form = board(state="stale").select_one(".board__table form")
    answer = client.post(form["action"])
    translation = Translation.objects.get(source__object_id=pages["остаряла"].translation_key)
    assert translation.source.stringsegment_set.filter(string__data="Ново.").exists()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert not board(state="stale").select(".board__table form")


def test_translating_twice_opens_what_was_begun(client, translator, pages):
    address = reverse("translation_board:act", args=["pages", pages["липсва"].translation_key, "en", "translate"])
    assert client.post(address).url == client.post(address).url
    assert Translation.objects.filter(source__object_id=pages["липсва"].translation_key).count() == 1


@pytest.mark.parametrize(
    ("source", "key", "language"),
    [("nothing", "x", "en"), ("pages", "x", "en"), ("pages", None, "bg"), ("pages", None, "xx")],
)
def test_what_does_not_exist_is_not_found(client, translator, pages, source, key, language):
    key = key or pages["липсва"].translation_key
    address = reverse("translation_board:act", args=[source, key, language, "translate"])
    assert client.post(address).status_code == 404


def test_nothing_happens_by_following_a_link(client, translator, pages):
    address = reverse("translation_board:act", args=["pages", pages["липсва"].translation_key, "en", "translate"])
    assert client.get(address).status_code == 405


def test_who_may_not_translate_has_no_board(client, site):
    client.force_login(UserFactory())
    assert client.get(reverse("translation_board:index")).status_code == 302


def test_only_pages_that_somebody_may_change_are_on_their_board(pages, home_bg, translator):
    GroupPagePermission.objects.filter(group__name="Translators").update(page=Page.objects.get(pk=pages["готова"].pk))
    assert [row.title for row in PageSource().rows(translator)] == ["Готова"]
    assert not PageSource().rows(translator)[0].cells["en"].url
    with pytest.raises(PermissionDenied):
        PageSource().translate(translator, str(pages["липсва"].translation_key), "en")


def test_queries_stay_as_many_however_many_pages_there_are(
    translator, board, pages, home_bg, django_assert_max_num_queries
):
    board()
    with django_assert_max_num_queries(18) as few:
        board()
    most = len(few.captured_queries)
    for number in range(60):
        StandardPageFactory(parent=home_bg, title=f"Още {number}")
    board()  # what the site remembers is built anew after each change
    with django_assert_max_num_queries(most):
        assert len(titles(board())) == 50
    assert len(titles(board(p=2))) == 15


class Letters(Source):
    name = "letters"

    def rows(self, user):
        cells = {"bg": Cell(State.ORIGINAL), "en": Cell(State.STALE, action=Action.UPDATE)}
        return [Row("letters", "7", "Писмо", "Бюлетин", "bg", timezone.now() + timedelta(days=1), cells)]

    def translate(self, user, key, language):
        return "/admin/"

    def update(self, user, key, language):
        return f"/admin/?letter={key}&language={language}"


@pytest.fixture
def letters():
    registry.register(Letters())
    yield
    registry.unregister("letters")


def test_another_app_puts_its_rows_on_the_board(client, translator, board, pages, letters):
    soup = board()
    assert titles(soup)[0] == "Писмо"
    assert client.post(soup.select_one(".board__table form")["action"]).url == "/admin/?letter=7&language=en"
    assert titles(board(kind="Бюлетин")) == ["Писмо"]


def test_the_board_stands_in_the_menu(client, translator, pages):
    assert reverse("translation_board:index") in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("choice", [{}, {"text": "няма"}, {"language": "en", "state": "stale"}])
def test_nothing_on_the_board_is_english(client, translator, pages, choice):
    answer = client.get(reverse("translation_board:index"), choice)
    assert english_of(answer.content.decode()) == []
