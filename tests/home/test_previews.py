"""What editors see of a page before it is published."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.core.factories import StandardPageFactory


@pytest.fixture
def admin(client, db):
    client.force_login(get_user_model().objects.create_superuser(email="editor@example.org", password="secret"))


@pytest.mark.parametrize("kind", ["home", "standard", "form"])
def test_a_draft_is_previewed(client, site, home_bg, form_page, admin, kind):
    page = {"home": home_bg, "standard": StandardPageFactory(parent=home_bg), "form": form_page}[kind]
    page.search_description = "Чернова"
    page.save_revision()
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def test_the_thanks_of_a_form_are_previewed(client, site, form_page, admin):
    form_page.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[form_page.pk])
    assert "Благодарим ви" in client.get(address, {"mode": "landing"}).content.decode()


def written():
    """What the form of a new page posts."""
    names = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    sets = {f"{prefix}-{name}": "0" for prefix in ("form_fields", "comments") for name in names}
    rich = '{"entityMap": {}, "blocks": []}'
    return {"title": "Нова", "slug": "nova", "lead": "Кратко.", "thank_you": rich, "body-count": "0", **sets}


@pytest.mark.parametrize("kind", ["standardpage", "formpage"])
def test_an_editor_writes_a_page_and_previews_it_before_it_exists(client, site, home_bg, admin, kind):
    add = reverse("wagtailadmin_pages:add", args=["home", kind, home_bg.pk])
    assert client.get(add).status_code == 200
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["home", kind, home_bg.pk])
    assert client.post(preview, written()).json()["is_valid"]
    assert "<h1>Нова</h1>" in client.get(preview).content.decode()


def test_the_panel_of_checks_can_ask_the_preview_and_readers_get_nothing_of_it(client, site, home_bg, admin):
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["home", "standardpage", home_bg.pk])
    client.post(preview, written())
    assert "<wagtail-userbar>" in client.get(preview, {"in_preview_panel": "true"}).content.decode()
    assert "<wagtail-userbar>" not in client.get(home_bg.url).content.decode()
