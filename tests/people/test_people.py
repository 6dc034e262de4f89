import pytest
from django.urls import reverse
from django.utils.translation import override

from people.models import Person
from tests.members.factories import UserFactory
from tests.people.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(group="Editors", language="bg"))
    return client


def names(response):
    return [str(person) for person in response.context["object_list"]]


def snippet_url(view, *args):
    return reverse(f"wagtailsnippets_people_person:{view}", args=args)


def chooser_url(view):
    return reverse(f"wagtailsnippetchoosers_people_person:{view}")


def test_a_person_is_called_in_the_readers_language():
    person = PersonFactory(name={"bg": "Румен Донев", "en": "Rumen Donev"})
    with override("en"):
        assert str(person) == "Rumen Donev"


def test_people_stand_in_bulgarian_order():
    for name in ("Яна", "Zoe", "анна", "Йоана", "Иван"):
        PersonFactory(name={"bg": name})
    assert [person.name["bg"] for person in Person.objects.all()] == ["анна", "Иван", "Йоана", "Яна", "Zoe"]


def test_people_are_listed_and_found_by_name_in_any_language(editor):
    PersonFactory(name={"bg": "Румен Донев", "en": "Rumen Donev"})
    PersonFactory(name={"bg": "Хермина Емирян", "en": "Hermina Emiryan"})
    assert names(editor.get(snippet_url("list"))) == ["Румен Донев", "Хермина Емирян"]
    assert names(editor.get(snippet_url("list"), {"q": "hermina"})) == ["Хермина Емирян"]
    assert names(editor.get(snippet_url("list_results"), {"q": "ДОНЕВ"})) == ["Румен Донев"]


def test_people_without_a_name_in_a_language_can_be_filtered(editor):
    PersonFactory(name={"bg": "Румен Донев", "en": "Rumen Donev"})
    PersonFactory(name={"bg": "Хермина Емирян"})
    assert names(editor.get(snippet_url("list"), {"missing": "en"})) == ["Хермина Емирян"]


def test_editors_add_a_person_with_a_name_a_language(editor):
    data = {"name_bg": "Румен Донев", "name_en": "Rumen Donev", "role_bg": "", "role_en": "", "photo": "", "link": ""}
    response = editor.post(snippet_url("add"), data)
    assert response.status_code == 302, response.context["form"].errors
    assert Person.objects.get().name == {"bg": "Румен Донев", "en": "Rumen Donev"}


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x"])
def test_a_link_is_an_address_of_the_web(editor, link):
    editor.post(snippet_url("add"), {"name_bg": "Румен", "name_en": "", "role_bg": "", "role_en": "", "link": link})
    assert not Person.objects.exists()


def test_the_chooser_of_pages_lists_people_and_searches_them(editor):
    PersonFactory(name={"bg": "Румен Донев", "en": "Rumen Donev"})
    PersonFactory(name={"bg": "Хермина Емирян", "en": "Hermina Emiryan"})
    assert editor.get(chooser_url("choose")).status_code == 200
    results = editor.get(chooser_url("choose_results"), {"q": "rumen"})
    html = results.content.decode()
    assert "Румен Донев" in html
    assert "Хермина" not in html


def test_a_person_in_use_is_shown_with_what_uses_them(editor):
    person = PersonFactory()
    assert editor.get(snippet_url("usage", person.pk)).status_code == 200
