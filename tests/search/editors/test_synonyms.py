"""Editors say what means the same, and readers find it with their next search."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from search.meanings import site_synonyms
from search.models import SynonymGroup
from tests.core.queries import queries_of
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed, found, page

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_search_synonymgroup:add"


def group(*phrases):
    made = SynonymGroup(phrases="\n".join(phrases))
    made.full_clean()
    made.save()
    return made


def complaints(*phrases):
    with override("en"), pytest.raises(ValidationError) as caught:
        SynonymGroup(phrases="\n".join(phrases)).full_clean()
    with override("en"):
        return " ".join(caught.value.messages)


@pytest.mark.usefixtures("village")
def test_a_group_is_active_with_the_next_search_and_gone_with_its_deletion(client):
    assert found(client, "ксерокс")["total"] == 0
    made = group("ксерокс", "хляб", "dough")
    assert found(client, "ксерокс")["total"] == 2
    assert found(client, "dough", "en")["total"] == 2
    made.delete()
    assert found(client, "ксерокс")["total"] == 0


@pytest.mark.usefixtures("village")
def test_a_phrase_is_found_by_its_abbreviation_in_the_other_script(client):
    ProfileFactory(name="Кръг", texts={"bg": "Сдружения с нестопанска цел."})
    followed()
    group("СНЦ", "сдружение с нестопанска цел")
    assert [hit["title_html"] for hit in found(client, "snc")["hits"]] == ["Кръг"]


@pytest.mark.usefixtures("village")
def test_a_word_of_a_group_is_not_taken_for_a_mistake(client):
    assert found(client, "знаят")["corrected"] == "занаят"
    group("знаят", "хляб")
    assert found(client, "знаят")["corrected"] is None
    assert found(client, "знаят")["total"] == 2


@pytest.mark.usefixtures("village")
def test_a_mistaken_word_may_be_meant_to_be_one_of_a_group(client):
    group("брашнарник", "хляб")
    assert found(client, "брашнарнк")["corrected"] == "брашнарник"


@pytest.mark.usefixtures("village")
def test_hundreds_of_groups_take_no_query_more(client):
    before, _sql = queries_of(client, "/bg/search/?q=хляб")
    SynonymGroup.objects.bulk_create(SynonymGroup(phrases=f"дума{n}\nword{n}") for n in range(400))
    group("тесто", "хляб")
    after, sql = queries_of(client, "/bg/search/?q=хляб")
    assert after == before, sql
    assert len(site_synonyms()) > 400


def test_what_is_written_is_put_in_order(db):
    made = group("  НПО ", "", "нпо", "неправителствена   организация", "NGO")
    assert made.lines == ["НПО", "неправителствена организация", "NGO"]
    assert str(made) == "НПО = неправителствена организация = NGO"


def test_a_group_has_at_least_two_that_differ():
    assert "at least two" in complaints("НПО")
    assert "at least two" in complaints("НПО", "нпо")
    assert complaints("занаят", "занаятите") == "“занаят” and “занаятите” are the same to the search already."


def test_a_phrase_in_two_groups_is_named_with_the_other_group():
    other = group("НПО", "неправителствена организация")
    assert complaints("NGO", "неправителствените организации") == (
        "“неправителствените организации” is in another group already: НПО = неправителствена организация."
    )
    other.phrases += "\nNGO"
    other.full_clean()


@pytest.mark.parametrize(
    ("phrase", "complaint"),
    [
        ("?!", "“?!” has no letters or digits to search by."),
        ("който", "“който” is a small word that no search looks for."),
        ("а" * 101, "is too long: at most 8 words and 100 characters."),
        ("едно две три пет шест седем осем девет десет", "is too long"),
        ("\n".join(f"дума{n}" for n in range(41)), "These are 42 lines. At most 40 will do."),
    ],
)
def test_what_cannot_be_searched_by_is_refused(phrase, complaint):
    assert complaint in complaints("хляб", phrase)


def test_a_small_word_in_capitals_is_an_abbreviation():
    assert group("IT", "информационни технологии").lines[0] == "IT"


def test_an_editor_writes_a_group_that_begins_with_what_a_link_says(editor):
    address = reverse(ADD)
    assert ">тесто</textarea>" in editor.get(address, {"phrases": "тесто"}).content.decode().replace("\n", "")
    assert editor.post(address, {"phrases": "тесто\nхляб"}).status_code == 302
    made = SynonymGroup.objects.get()
    history = editor.get(reverse("wagtailsnippets_search_synonymgroup:history", args=[made.pk]))
    assert "Created" in history.content.decode()
    found_by_part = editor.get(reverse("wagtailsnippets_search_synonymgroup:list"), {"q": "ТЕСТО"})
    assert "тесто = хляб" in found_by_part.content.decode()


@pytest.mark.parametrize(
    ("of", "may_add", "may_delete"), [("Editors", 200, 302), ("Moderators", 200, 200), ("Translators", 200, 302)]
)
def test_each_group_of_people_may_do_what_is_theirs(log_in, of, may_add, may_delete):
    client, made = log_in(of), group("тесто", "хляб")
    assert client.get(reverse(ADD)).status_code == may_add
    delete = reverse("wagtailsnippets_search_synonymgroup:delete", args=[made.pk])
    assert client.get(delete).status_code == may_delete


@pytest.mark.usefixtures("village")
def test_readers_are_told_what_means_the_same(client):
    group("майсторлък", "занаят")
    assert "занаят" in found(client, "майсторлък")["understood"]
    assert "<mark>занаят</mark>" in page(client, "майсторлък")


def test_nothing_is_saved_while_an_editor_writes_and_every_version_is_kept(editor):
    made = group("тесто", "хляб")
    edit = reverse("wagtailsnippets_search_synonymgroup:edit", args=[made.pk])
    for address in (reverse(ADD), edit):
        assert "w-autosave-interval" not in editor.get(address).content.decode()
    for phrases in ("тесто\nхляб\nпита", "тесто\nхляб\nсамун"):
        assert editor.post(edit, {"phrases": phrases}).status_code == 302
    assert [version.as_object().lines[-1] for version in made.revisions.order_by("pk")] == ["пита", "самун"]
