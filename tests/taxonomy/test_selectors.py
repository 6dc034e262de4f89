import pytest

from taxonomy.models import Place
from taxonomy.selectors import country_named, place_named

pytestmark = pytest.mark.django_db


def found(text, **narrowed):
    place = place_named(text, **narrowed)
    return place and (place.kind, place.slug)


@pytest.mark.parametrize(
    "text", ["Пловдив", "Plovdiv", "PLOVDIV", "гр. Пловдив", "гр.Пловдив", "Град  Пловдив", "gr. Plovdiv", " Пловдив, "]
)
def test_a_town_is_found_by_its_name_in_either_script_however_it_is_written(text):
    assert found(text) == ("settlement", "plovdiv")


@pytest.mark.parametrize("text", ["обл. Пловдив", "Област Пловдив", "Plovdiv Province", "Пловдив област"])
def test_who_says_that_they_mean_the_province_gets_it(text):
    assert found(text) == ("province", "plovdiv")


def test_the_kind_may_be_asked_for():
    assert found("Пловдив", kind="province") == ("province", "plovdiv")
    assert found("България", kind="settlement") is None
    assert found("гр. Пловдив", kind="province") is None


def test_towns_with_the_same_name_are_none():
    assert found("Бяла") is None
    assert found("Бяла Слатина") == ("settlement", "byala-slatina")


def test_other_countries_than_the_named_one_dont_count():
    assert found("Пловдив", country=Place.objects.get(code="BG")) == ("settlement", "plovdiv")
    assert found("Пловдив", country=Place.objects.get(code="GR")) is None


def test_labels_that_editors_gave_count():
    town = Place.objects.get(kind="settlement", slug="hisarya")
    town.labels["en"] = "Augusta"
    town.save()
    assert found("augusta") == ("settlement", "hisarya")


@pytest.mark.parametrize("text", ["", "  ", "гр.", "град", "област", "Няма такъв", "Плов"])
def test_what_is_no_name_is_no_place(text):
    assert found(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BG", "BG"), ("bgr", "BG"), ("България", "BG"), ("Bulgarien", "BG"),
        ("UK", "GB"), ("uk", "GB"), ("England", "GB"), ("SCOTLAND", "GB"), ("Wales", "GB"), ("Northern Ireland", "GB"),
        ("Österreich", "AT"), ("ÖSterreich", "AT"), ("Osterreich", "AT"), ("Deutschland", "DE"), ("España", "ES"),
        ("Ελλάδα", "GR"), ("ΕΛΛΆΔΑ", "GR"), ("Česko", "CZ"), ("Czech Republic", "CZ"), ("Magyarország", "HU"),
        ("Portogallo", "PT"), ("România", "RO"), ("Latvija", "LV"), ("Slovenija", "SI"), ("Belgique", "BE"),
        ("Србија", "RS"), ("日本", "JP"), ("Isle of Man", "IM"), ("U.S.A.", "US"),
        ("Frace", "FR"), ("Italu", "IT"), ("Cypres", "CY"),
        ("", None), ("—", None), ("Пловдив", None), ("Nowhere", None),
    ],
)  # fmt: skip
def test_a_country_is_found_by_its_codes_and_by_its_names_in_many_languages(text, code):
    country = country_named(text)
    assert (country and country.code) == code


def test_a_country_is_found_by_the_label_that_editors_gave_it():
    country = Place.objects.get(code="NL")
    country.labels["bg"] = "Ниските земи"
    country.save()
    assert country_named("ниските земи") == country


def test_a_code_that_means_something_else_elsewhere_is_taken_as_iso_has_it():
    assert country_named("SR").labels["en"] == "Suriname"


def test_a_country_that_an_administrator_took_out_is_none():
    Place.objects.get(code="AQ").delete()
    assert country_named("AQ") is None
