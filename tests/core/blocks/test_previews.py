"""What editors see when they choose a block."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from core.blocks import BodyBlock
from tests.images.factories import ImageFactory

BLOCKS = BodyBlock().child_blocks


@pytest.fixture
def editor(client, db):
    user = get_user_model().objects.create_superuser(email="editor@example.org", password="secret")
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_says_what_it_is_for(name):
    definition = BLOCKS[name]
    assert definition.get_description()
    assert definition.meta.icon not in ("placeholder", "")
    assert definition.meta.group
    assert definition.is_previewable


@pytest.mark.parametrize("with_images", [False, True])
@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_preview(client, site, editor, name, with_images):
    if with_images:
        ImageFactory()
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix})
    html = response.content.decode()
    assert response.status_code == 200
    assert "css/site.css" in html
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_a_preview_shows_the_block(client, site, editor):
    address = reverse("wagtailadmin_block_preview")
    html = client.get(address, {"id": BLOCKS["table"].definition_prefix}).content.decode()
    assert '<th scope="row">' in html


def test_the_editor_of_a_page_with_every_block_opens(client, full_page, editor):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[full_page.pk]))
    assert response.status_code == 200
