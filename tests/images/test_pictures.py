"""One tag shows any image, in the shape that is asked for."""

import re
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override
from PIL import Image
from wagtail.images.rect import Rect

from images import presets
from images.models import CustomImage, Rendition
from images.selectors import prefetch_pictures, shared_images
from images.services import make_renditions
from tests.images.factories import ImageFactory
from tests.images.files import encode

pytestmark = pytest.mark.django_db


def render(tag, image, **context):
    return Template("{% load pictures %}" + tag).render(Context({"image": image, **context}))


def attributes(html, element):
    tag = re.search(f"<{element}[^>]*>", html)[0]
    return dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))


def widths(srcset):
    return [int(width) for width in re.findall(r" (\d+)w", srcset)]


def test_browsers_may_choose_among_formats_and_widths():
    html = render('{% picture image "cover" %}', ImageFactory())

    sources = re.findall(r'<source type="([^"]+)" srcset="([^"]+)" sizes="([^"]+)">', html)
    assert [source[0] for source in sources] == ["image/avif", "image/webp"]
    for _type, srcset, sizes in sources:
        assert widths(srcset) == [400, 800, 1600]
        assert sizes == presets.PRESETS["cover"].sizes
    assert attributes(html, "img")["src"].endswith(".jpg")


def test_the_place_of_a_picture_is_known_before_it_arrives():
    image = attributes(render('{% picture image "card" %}', ImageFactory(size=(900, 900))), "img")

    assert (image["width"], image["height"]) == ("400", "225")


def test_no_picture_is_enlarged():
    html = render('{% picture image "block" %}', ImageFactory(size=(600, 300)))

    assert widths(html) == [400, 600, 400, 600]
    assert attributes(html, "img")["width"] == "600"


def test_a_tiny_picture_is_shown_as_it_is():
    html = render('{% picture image "cover" %}', ImageFactory(size=(30, 90)))

    assert set(widths(html)) == {30}


@pytest.mark.parametrize(("language", "words"), [("bg", "Хора около маса"), ("en", "People around a table")])
def test_the_alternative_text_is_in_the_readers_language(language, words):
    with override(language):
        html = render('{% picture image "card" %}', ImageFactory(size=(64, 36)))

    assert attributes(html, "img")["alt"] == words


def test_a_text_in_another_language_than_the_page_says_so():
    image = ImageFactory(size=(64, 36), alt={"bg": "Хора"})
    with override("en"):
        assert attributes(render('{% picture image "card" %}', image), "img")["lang"] == "bg"
    with override("bg"):
        assert "lang" not in attributes(render('{% picture image "card" %}', image), "img")


def test_a_page_may_say_what_a_picture_shows_or_that_it_is_decoration():
    image = ImageFactory(size=(64, 36))

    html = render('{% picture image "card" alt=words %}', image, words="Кмет < лекар")

    assert attributes(html, "img")["alt"] == "Кмет &lt; лекар"
    assert attributes(render('{% picture image "card" alt="" %}', image), "img")["alt"] == ""


def test_only_the_first_picture_of_a_page_is_fetched_at_once():
    image = ImageFactory(size=(64, 36))
    lazy = attributes(render('{% picture image "card" %}', image), "img")
    eager = attributes(render('{% picture image "card" eager=True %}', image), "img")

    assert (lazy.get("loading"), lazy.get("fetchpriority")) == ("lazy", None)
    assert (eager.get("loading"), eager.get("fetchpriority")) == (None, "high")


def test_sizes_and_class_follow_the_page():
    html = render('{% picture image "card" sizes="50vw" css_class="photo" %}', ImageFactory(size=(64, 36)))

    assert attributes(html, "source")["sizes"] == "50vw"
    assert attributes(html, "img")["class"] == "photo"


def test_what_matters_stays_in_the_crop():
    image = ImageFactory(size=(400, 200))  # red left, blue right
    image.set_focal_point(Rect(20, 80, 60, 120))
    image.save()
    render('{% picture image "square" %}', image)

    rendition = image.renditions.get(filter_spec__contains="format-jpeg")
    with Image.open(rendition.file.path) as crop:
        assert crop.size == (200, 200)
        assert crop.getpixel((150, 100))[0] > 150


def test_a_logo_keeps_its_transparency_for_every_browser():
    glass = ContentFile(encode(Image.new("RGBA", (200, 80), (0, 0, 0, 0)), "PNG"), name="logo.png")
    html = render('{% picture image "logo" %}', ImageFactory(file=glass))

    assert attributes(html, "img")["src"].endswith(".png")


def test_no_image_and_a_lost_file_show_nothing():
    lost = ImageFactory(size=(64, 36))
    lost.file.storage.delete(lost.file.name)

    assert render('{% picture image "card" %}', None).strip() == ""
    assert render('{% picture image "card" %}', lost).strip() == ""


def test_a_pillow_without_avif_offers_webp_and_says_so_in_the_checks(monkeypatch):
    from images.checks import check_avif

    assert check_avif(None) == []
    monkeypatch.setattr(presets.features, "check", lambda name: False)
    presets.avif_available.cache_clear()
    try:
        html = render('{% picture image "card" %}', ImageFactory(size=(64, 36)))
        assert [warning.id for warning in check_avif(None)] == ["images.W001"]
    finally:
        presets.avif_available.cache_clear()

    assert "avif" not in html
    assert "image/webp" in html


def test_wagtails_own_picture_tag_is_not_taken_for_ours():
    with pytest.raises(TemplateSyntaxError):
        Template('{% load pictures wagtailimages_tags %}{% picture image "card" %}')


@pytest.mark.parametrize("count", [1, 12])
def test_a_list_of_pictures_costs_two_queries_however_long(count, django_assert_num_queries):
    for _number in range(count):
        make_renditions(ImageFactory(size=(64, 36)), ["card"])

    with django_assert_num_queries(2):
        images = list(CustomImage.objects.all())
        prefetch_pictures([*images, None], "card")
        html = "".join(render('{% picture image "card" %}', image) for image in images)

    assert html.count("<picture>") == count


def test_the_same_image_twice_in_a_list_is_shown_twice(django_assert_num_queries):
    image = ImageFactory(size=(64, 36))
    make_renditions(image, ["card", "square"])
    twins = [CustomImage.objects.get(), CustomImage.objects.get()]

    with django_assert_num_queries(1):
        prefetch_pictures(twins, "card", "square")
        for twin in twins:
            assert "<picture>" in render('{% picture image "card" %}{% picture image "square" %}', twin)


def test_an_image_that_pages_share_is_fetched_once_and_anew_after_a_change(django_assert_num_queries):
    image = ImageFactory(size=(64, 36))
    make_renditions(image, ["card"])
    shared_images([image.pk], "card")

    with django_assert_num_queries(1):  # for the content version
        assert "<picture>" in render('{% picture image "card" %}', shared_images([image.pk], "card")[image.pk])
    image.title = "Друго"
    image.save()

    assert shared_images([image.pk], "card")[image.pk].title == "Друго"


def test_all_pictures_can_be_made_ahead_and_only_once():
    ImageFactory(size=(64, 36))
    lost = ImageFactory(size=(64, 36))
    lost.file.storage.delete(lost.file.name)
    first, errors, second = StringIO(), StringIO(), StringIO()

    call_command("make_renditions", "--presets", "card", "block", stdout=first, stderr=errors)
    made = Rendition.objects.count()
    call_command("make_renditions", "--presets", "card", "block", stdout=second, stderr=StringIO())

    assert made > 0
    assert f"{made} renditions made for 2 images" in first.getvalue()
    assert f"image {lost.pk}" in errors.getvalue()
    assert "0 renditions made for 2 images" in second.getvalue()
    assert Rendition.objects.count() == made


def test_shapes_that_crop_nothing_share_what_was_made():
    image = ImageFactory(size=(1600, 900))
    make_renditions(image, ["cover"])

    assert make_renditions(image, ["full"]) == 0


def test_one_shape_does_not_make_the_others():
    image = ImageFactory(size=(64, 36))
    make_renditions(image, ["card"])

    assert set(image.renditions.values_list("filter_spec", flat=True)) == set(presets.filter_specs("card", image))


def test_avif_is_written_at_the_speed_that_is_set(settings, monkeypatch):
    speeds, save = [], Image.Image.save

    def watched(self, target, file_format=None, **options):
        speeds.append((file_format, options.get("speed")))
        return save(self, target, file_format, **options)

    image = ImageFactory(size=(64, 36))
    monkeypatch.setattr(Image.Image, "save", watched)
    settings.IMAGES_AVIF_SPEED = 10
    image.get_rendition("width-20|format-avif")

    assert ("AVIF", 10) in speeds
