"""Files that mean harm, or mean well and are too much (cases 30 to 36 and 38 of the security list)."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from images.exceptions import Animated, FileTooLarge, TooManyPixels, UnknownFormat, UnusableImage
from images.services import strip_metadata
from tests.images.files import animation, encode, giant_png, photo, scene, upload


def test_an_svg_is_refused_whatever_its_name_says():  # 30
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

    for name in ("drawing.svg", "drawing.png", "drawing.jpg"):
        with pytest.raises(UnknownFormat):
            strip_metadata(upload(svg, name))


@pytest.mark.parametrize("payload", [b"<script>alert(1)</script>", b"<?php system($_GET['c']); ?>"])
def test_a_page_hidden_in_a_picture_is_not_stored(payload):  # 31
    in_comment = encode(scene(), "JPEG", comment=payload)
    behind_jpeg, behind_png = photo() + payload, photo("PNG") + payload
    before_gif = b"GIF89a" + encode(scene(), "GIF")[6:] + payload

    for content in (in_comment, behind_jpeg, behind_png, before_gif):
        assert payload in content
        assert payload not in strip_metadata(upload(content)).read()


def test_a_page_with_the_name_of_a_picture_is_refused():  # 31, 36
    with pytest.raises(UnknownFormat):
        strip_metadata(upload(b"<!doctype html><script>alert(1)</script>", "holiday.jpg"))


def test_a_small_file_of_a_huge_picture_is_refused_before_it_is_decoded():  # 32
    content = giant_png()
    assert len(content) < 200

    with pytest.raises(TooManyPixels):
        strip_metadata(upload(content, "bomb.png"))
    with pytest.raises(TooManyPixels):
        strip_metadata(upload(giant_png(9_000, 9_000), "large.png"))  # below what Pillow itself warns of
    with pytest.raises(TooManyPixels):
        strip_metadata(upload(giant_png(40_000, 1), "ribbon.png"))


@pytest.mark.parametrize("file_format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_moving_pictures_are_refused(file_format):  # 33
    with pytest.raises(Animated):
        strip_metadata(upload(animation(file_format, 3), "moving.jpg"))


def test_ten_thousand_frames_are_not_looked_at():  # 33
    content = animation("GIF", 10_000)
    opened = []

    class Watched(ContentFile):
        def read(self, *args):
            data = super().read(*args)
            opened.append(len(data))
            return data

    with pytest.raises(Animated):
        strip_metadata(Watched(content, name="many.gif"))
    assert sum(opened) < len(content) / 10


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),  # 35
        ("..\\..\\windows\\system.jpg", "system.jpg"),
        ("photo\u202egpj.exe.jpg", "photogpj-exe.jpg"),
        ("Среща в Благоевград.JPG", "sreshta-v-blagoevgrad.jpg"),
        ("shell.php.jpg", "shell-php.jpg"),  # 36
        (".htaccess", "htaccess.jpg"),
        ("\0\r\n.jpg", "jpg.jpg"),
        ("?.jpg", "image.jpg"),
        ("a" * 300 + ".jpg", "a" * 60 + ".jpg"),
    ],
)
def test_file_names_are_made_harmless(name, stored):
    content = ContentFile(photo())
    content.name = name

    assert strip_metadata(content).name == stored


def test_the_content_decides_on_the_type_not_the_name():  # 36
    clean = strip_metadata(upload(photo("WEBP"), "photo.jpg"))

    assert clean.name == "photo.webp"
    assert clean.content_type == "image/webp"
    assert Image.open(BytesIO(clean.read())).format == "WEBP"


@pytest.mark.parametrize("file_format", ["TIFF", "BMP", "ICO", "PDF"])
def test_other_kinds_of_pictures_are_refused(file_format):  # 36
    with pytest.raises(UnknownFormat):
        strip_metadata(upload(encode(scene(), file_format), "photo.jpg"))


def test_a_file_that_is_too_large_is_refused_unread(settings):  # 38
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1_000

    with pytest.raises(FileTooLarge) as caught:
        strip_metadata(upload(b"\0" * 1_001))
    assert "1001" in str(caught.value)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_damaged_file_is_refused_and_breaks_nothing(file_format):
    content = photo(file_format, size=(300, 200))

    for length in (10, len(content) // 2, len(content) - 30):
        with pytest.raises(UnusableImage):
            strip_metadata(upload(content[:length]))
