"""What isn't text inside a body follows its source while the texts are the same."""

import json
import uuid

import pytest
from wagtail_localize.models import Translation

from home.models import StandardPage
from tests.core.factories import StandardPageFactory, translate
from tests.images.factories import ImageFactory

TEXT, PICTURE = str(uuid.uuid4()), str(uuid.uuid4())


def body(image, text="Текст на страницата."):
    picture = {"image": image.pk, "alt": "", "caption": "Надпис"}
    return json.dumps(
        [
            {"type": "text", "id": TEXT, "value": f"<p>{text}</p>"},
            {"type": "image", "id": PICTURE, "value": picture},
        ]
    )


@pytest.fixture
def images(db):
    return ImageFactory.create_batch(2)


@pytest.fixture
def about(site, home_bg, images):
    return StandardPageFactory(parent=home_bg, title="За нас", slug="za-nas", body=body(images[0]))


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def publish(page, new_body):
        page = StandardPage.objects.get(pk=page.pk)
        page.body = new_body
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision(clean=False).publish()

    return publish


def fresh(page):
    return StandardPage.objects.get(pk=page.pk)


def picture_of(page):
    return next(block.value["image"].pk for block in page.body if block.block_type == "image")


def text_of(page):
    return str(next(block.value for block in page.body if block.block_type == "text"))


def test_a_picture_changed_in_the_body_follows_into_a_live_translation(about, images, publish):
    english = translate(about, "en", {"Текст на страницата.": "Text of the page."})

    publish(about, body(images[1]))

    assert picture_of(fresh(english)) == images[1].pk
    assert "Text of the page." in text_of(fresh(english))
    assert not fresh(english).has_unpublished_changes


def test_a_body_whose_text_changed_waits_for_its_translators(about, images, publish):
    english = translate(about, "en", {"Текст на страницата.": "Text of the page."})

    publish(about, body(images[1], "Нов текст."))

    assert picture_of(fresh(english)) == images[0].pk
    assert "Text of the page." in text_of(fresh(english))


def test_a_live_translation_with_unfinished_texts_gets_the_picture_when_they_are_published(
    about, images, publish, django_capture_on_commit_callbacks
):
    english = translate(about, "en")
    fresh(english).save_revision(clean=False)

    publish(about, body(images[1]))
    assert picture_of(fresh(english)) == images[0].pk
    assert fresh(english).has_unpublished_changes

    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=about.translation_key).save_target(publish=True)
    assert picture_of(fresh(english)) == images[1].pk


def test_a_draft_translation_stays_a_draft(about, images, publish):
    english = translate(about, "en", live=False)

    publish(about, body(images[1]))

    assert not fresh(english).live
    assert picture_of(fresh(english).get_latest_revision_as_object()) == images[1].pk
