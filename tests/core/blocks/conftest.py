import json

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from core.models import SiteSettings
from tests.core.blocks.bodies import every_block
from tests.core.factories import StandardPageFactory
from tests.images.factories import ImageFactory


@pytest.fixture
def document(db):
    return get_document_model().objects.create(
        title="Концепция", file=ContentFile(b"%PDF-1.4", name="plan.pdf"), file_size=1_258_291
    )


@pytest.fixture
def target(home_bg):
    """A page that links lead to."""
    return StandardPageFactory(parent=home_bg, title="Център", slug="tsentar")


@pytest.fixture
def funding(db):
    return SiteSettings.objects.update_or_create(
        language="bg",
        defaults={"funding_statement": "Съфинансирано от Европейския съюз", "funding_disclaimer": "Мненията са наши."},
    )[0]


@pytest.fixture
def full_page(home_bg, target, document, funding):
    """A published page with every block."""
    images = ImageFactory.create_batch(3)
    body = every_block(images=images, document=document, page=target)
    return StandardPageFactory(parent=home_bg, title="Всичко", slug="vsichko", body=json.dumps(body))


@pytest.fixture
def page_with(home_bg):
    """Publishes a page whose body is the given blocks."""

    def publish(*blocks, **fields):
        return StandardPageFactory(parent=home_bg, body=json.dumps(blocks), **fields)

    return publish
