import pytest
from django import forms
from django.urls import reverse

from taxonomy.choosers import PlaceChooserViewSet
from taxonomy.models import Place
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(group="Editors", language="en"))
    return client


@pytest.fixture
def town():
    return Place.objects.get(kind="settlement", slug="byala-varna")


def listed(response):
    return [place.slug for place in response.context["object_list"]]


def test_places_are_listed_with_both_names_their_kind_and_what_they_lie_in(editor, django_assert_max_num_queries):
    editor.get(reverse("places:index"))
    with django_assert_max_num_queries(14):
        html = editor.get(reverse("places:index"), {"kind": "settlement", "q": "byala"}).content.decode()
    assert "Byala" in html
    assert "Settlement" in html
    assert "Varna, Bulgaria" in html
    assert "Ruse, Bulgaria" in html


@pytest.mark.parametrize("query", ["ПЛОВ", "plovdiv"])
def test_places_are_searched_in_every_language(editor, query):
    assert listed(editor.get(reverse("places:index"), {"q": query})) == ["plovdiv", "plovdiv"]
    assert len(listed(editor.get(reverse("places:index_results"), {"q": query, "kind": "province"}))) == 1


def test_places_without_a_name_in_a_language_can_be_filtered(editor, town):
    town.labels = {"bg": "Бяла"}
    town.save()
    assert listed(editor.get(reverse("places:index"), {"missing": "en"})) == ["byala-varna"]


def test_editors_change_the_names_and_the_position_of_a_place_and_nothing_else(editor, town):
    data = {"labels_bg": "Бяла на морето", "labels_en": "Byala", "latitude": "42.87", "longitude": "27.89"}
    forbidden = {"slug": "other", "kind": "country", "code": "XX", "parent": ""}
    assert editor.post(reverse("places:edit", args=[town.pk]), data | forbidden).status_code == 302
    town.refresh_from_db()
    assert (town.labels["bg"], town.latitude, town.longitude) == ("Бяла на морето", 42.87, 27.89)
    assert (town.slug, town.kind, town.code, town.parent.slug) == ("byala-varna", "settlement", "", "varna")


def test_half_a_position_is_refused(editor, town):
    data = {"labels_bg": "Бяла", "labels_en": "Byala", "latitude": "42.87", "longitude": ""}
    response = editor.post(reverse("places:edit", args=[town.pk]), data)
    assert "A position needs both latitude and longitude." in response.content.decode()


def test_a_name_that_another_town_of_the_province_has_is_refused(editor, town):
    data = {"labels_bg": "варна", "labels_en": "Byala", "latitude": "", "longitude": ""}
    assert editor.post(reverse("places:edit", args=[town.pk]), data).status_code == 200
    town.refresh_from_db()
    assert town.labels["bg"] == "Бяла"


def test_editors_neither_add_nor_delete_places(editor, town):
    data = {"labels_bg": "Нова", "kind": "country", "slug": "new", "code": "XX"}
    editor.post(reverse("places:add"), data)
    editor.post(reverse("places:delete", args=[town.pk]))
    assert Place.objects.filter(pk=town.pk).exists()
    assert not Place.objects.filter(slug="new").exists()


def test_an_administrator_may_add_a_place(admin_client):
    parent = Place.objects.get(kind="province", slug="varna")
    data = {"labels_bg": "Кранево", "kind": "settlement", "slug": "kranevo", "parent": parent.pk, "code": ""}
    response = admin_client.post(reverse("places:add"), data | {"latitude": "43.34", "longitude": "28.06"})
    assert response.status_code == 302, response.context["form"].errors
    assert Place.objects.get(slug="kranevo").parent == parent


def test_the_chooser_finds_places_by_any_name_and_tells_those_with_the_same_one_apart(
    editor, django_assert_max_num_queries
):
    url = reverse("place_chooser:choose_results")
    editor.get(url)
    with django_assert_max_num_queries(8):
        response = editor.get(url, {"q": "бяла", "kind": "settlement"})
    html = response.content.decode()
    assert {place.slug for place in response.context["results"]} == {
        "byala-varna", "byala-ruse", "byala-slatina", "byala-cherkva",
    }  # fmt: skip
    assert "Varna, Bulgaria" in html
    assert "Ruse, Bulgaria" in html


def test_the_chooser_opens_with_its_search(editor):
    html = editor.get(reverse("place_chooser:choose")).json()["html"]
    assert 'name="q"' in html
    assert 'name="kind"' in html


def test_a_chosen_place_is_shown_with_what_it_lies_in(editor, town):
    response = editor.get(reverse("place_chooser:chosen", args=[town.pk])).json()
    assert response["result"]["title"] == "Byala, Varna"
    widget = PlaceChooserViewSet().widget_class()
    assert "Бяла, Варна" in widget.render("place", town.pk, {"id": "place"})


def test_forms_ask_for_a_place_with_the_chooser(admin_client, town):
    field = admin_client.get(reverse("places:edit", args=[town.pk])).context["form"].fields["parent"]
    assert isinstance(field, forms.ModelChoiceField)
    assert type(field.widget).__name__ == "PlaceChooserWidget"
