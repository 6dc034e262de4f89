"""Newsletters in the site's search."""

import pytest

from newsletters.findable import ListSource
from newsletters.models import MailingList
from search.models import SearchDocument
from tests.newsletters.factories import MailingListFactory

pytestmark = pytest.mark.django_db


def found():
    documents = SearchDocument.objects.filter(kind=ListSource.kind).order_by("site_language")
    return [(document.site_language, document.title, document.url) for document in documents]


def test_a_public_list_is_found_in_each_language_where_one_subscribes(news):
    assert found() == [("bg", "Новини на клуба", "/bg/newsletters/"), ("en", "Club news", "/en/newsletters/")]


def test_a_list_that_is_not_public_any_more_is_not_found(news):
    news.is_public = False
    news.save()
    assert found() == []


def test_a_list_without_a_name_in_a_language_is_shown_by_the_one_it_has(home_bg):
    MailingListFactory(labels={"bg": "Само тук"})
    assert [title for _language, title, _url in found()] == ["Само тук", "Само тук"]


def test_a_deleted_list_is_not_found(news):
    MailingList.objects.all().delete()
    assert found() == []
