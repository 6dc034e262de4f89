"""The admin's JavaScript speaks Bulgarian too: its own catalogue and wagtail-localize's are served with the overlay."""

import json
import re

import pytest
from django.urls import reverse

from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


def served_catalogue(client, view, language):
    client.force_login(UserFactory(group="Editors", language=language))
    script = client.get(reverse(view)).content.decode()
    found = re.search(r"const newcatalog = (\{.*?\});?\n", script, re.DOTALL)
    return json.loads(found.group(1)) if found else {}


@pytest.mark.parametrize("view", ["wagtailadmin_javascript_catalog", "wagtail_localize:javascript_catalog"])
def test_both_routes_serve_the_overlay(client, view):
    catalogue = served_catalogue(client, view, "bg")
    assert catalogue["Add a comment"] == "Добавяне на коментар"
    assert catalogue["Upload PO file"] == "Качване на файл PO"


def test_plurals_have_both_forms(client):
    catalogue = served_catalogue(client, "wagtailadmin_javascript_catalog", "bg")
    assert catalogue["%(num)s error"] == ["%(num)s грешка", "%(num)s грешки"]


def test_an_english_editor_gets_english(client):
    assert "Add a comment" not in served_catalogue(client, "wagtailadmin_javascript_catalog", "en")
