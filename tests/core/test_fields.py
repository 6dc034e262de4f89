import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db.migrations.writer import MigrationWriter
from django.utils.translation import override

from core.fields import PerLanguage, PerLanguageField, PerLanguageFormField
from taxonomy.models import Topic

THREE = [("bg", "Bulgarian"), ("en", "English"), ("de", "German")]


def field(**options):
    return PerLanguageFormField(label="Labels", **options)


@pytest.mark.parametrize(
    ("texts", "reader", "shown", "language"),
    [
        ({"bg": "Култура", "en": "Culture"}, "en", "Culture", "en"),
        ({"bg": "Култура"}, "en", "Култура", "bg"),
        ({"en": "Culture"}, "bg", "Culture", "en"),
        ({"bg": "", "en": "Culture"}, "bg", "Culture", "en"),
        ({}, "bg", "", None),
    ],
)
def test_a_reader_gets_their_language_or_else_the_best_there_is(texts, reader, shown, language):
    with override(reader):
        assert str(PerLanguage(texts)) == shown
        assert PerLanguage(texts).language() == language


def test_a_language_can_be_asked_for_by_its_code():
    assert PerLanguage({"bg": "Култура", "en": "Culture"}).text("en") == "Culture"


def test_the_form_shows_an_input_a_language_side_by_side():
    html = str(type("LabelsForm", (forms.Form,), {"labels": field()})()["labels"])
    assert html.count("<input") == 2
    assert 'role="group" aria-label="Labels"' in html
    assert 'lang="bg"' in html
    assert 'lang="en"' in html
    assert '<label for="id_labels_0">' in html


def test_the_form_gives_back_the_languages_that_have_a_text():
    assert field().clean([" Култура ", ""]) == {"bg": "Култура"}


def test_the_source_language_must_have_a_text():
    with pytest.raises(ValidationError) as error:
        field().clean(["", "Culture"])
    assert error.value.code == "required"


def test_an_optional_field_may_be_empty():
    assert field(required=False).clean(["", ""]) == {}
    assert field(required=False).clean(["", "Culture"]) == {"en": "Culture"}


def test_a_text_that_is_too_long_names_its_language():
    with pytest.raises(ValidationError) as error:
        field(max_length=5).clean(["Да", "Culture"])
    assert "5" in str(error.value)
    assert error.value.code == "max_length"
    with pytest.raises(ValidationError):
        PerLanguageField(max_length=5).validate(PerLanguage(en="Culture"), None)


def test_the_form_knows_whether_anything_changed():
    assert not field().has_changed({"bg": "Култура"}, ["Култура", ""])
    assert field().has_changed({"bg": "Култура"}, ["Култура", "Culture"])


def test_a_third_language_is_one_more_input_and_no_migration(settings):
    before = MigrationWriter.serialize(PerLanguageField("labels", max_length=100))
    settings.LANGUAGES = THREE
    assert field().clean(["Култура", "Culture", "Kultur"]) == {"bg": "Култура", "en": "Culture", "de": "Kultur"}
    assert MigrationWriter.serialize(PerLanguageField("labels", max_length=100)) == before


def test_a_text_of_a_language_that_the_site_left_is_kept_in_the_row():
    topic = Topic(labels={"bg": "Култура", "de": "Kultur"})
    assert topic.labels.get("de") == "Kultur"


def test_what_is_assigned_is_texts_by_language_at_once():
    topic = Topic()
    topic.labels = {"bg": "Култура", "en": ""}
    assert str(topic.labels) == "Култура"
    assert "en" not in topic.labels


@pytest.mark.django_db
def test_texts_come_back_from_the_database_as_they_went_in():
    pk = Topic.objects.create(labels={"bg": "Култура", "en": "Culture"}).pk
    topic = Topic.objects.get(pk=pk)
    assert isinstance(topic.labels, PerLanguage)
    assert topic.labels == {"bg": "Култура", "en": "Culture"}
    assert list(Topic.objects.filter(pk=pk).values_list("labels__en", flat=True)) == ["Culture"]
