"""What is left of an uploaded picture: its pixels, upright, in the colours that were meant."""

from io import BytesIO

import pytest
from PIL import Image

from images.services import strip_metadata
from tests.images.files import encode, exif, photo, scene, upload

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF"]


def opened(clean):
    return Image.open(BytesIO(clean.read()))


@pytest.mark.parametrize("file_format", FORMATS)
def test_place_and_camera_are_gone(file_format):
    content = photo(file_format)
    assert Image.open(BytesIO(content)).getexif().get_ifd(0x8825)

    clean = strip_metadata(upload(content))

    image = opened(clean)
    assert not image.getexif()
    assert not image.info.get("exif")
    clean.seek(0)
    assert b"Secret Camera" not in clean.read()


def test_xmp_comments_and_text_chunks_are_gone():
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Author", "Secret Author")
    png = strip_metadata(upload(encode(scene(), "PNG", pnginfo=text)))
    jpeg = strip_metadata(upload(encode(scene(), "JPEG", comment="Secret Author", xmp=b"<x>Secret Author</x>")))

    assert b"Secret Author" not in png.read()
    assert b"Secret Author" not in jpeg.read()


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_picture_taken_sideways_is_turned_upright(file_format):
    clean = strip_metadata(upload(photo(file_format, size=(64, 40), orientation=6)))

    image = opened(clean).convert("RGB")
    assert image.size == (40, 64)
    red_at_top, blue_at_bottom = image.getpixel((20, 6)), image.getpixel((20, 57))
    assert red_at_top[0] > 150 > red_at_top[2]
    assert blue_at_bottom[2] > 120 > blue_at_bottom[0]


def test_colours_of_another_profile_become_those_of_srgb():
    profile = BytesIO()
    grey = Image.new("RGB", (8, 8), (128, 128, 128))
    profile = linear_profile()
    clean = strip_metadata(upload(encode(grey, "PNG", icc_profile=profile)))

    image = opened(clean)
    assert "icc_profile" not in image.info
    assert image.getpixel((4, 4))[0] == pytest.approx(188, abs=3)  # 50 % of light, as sRGB writes it


def test_a_broken_colour_profile_is_dropped():
    clean = strip_metadata(upload(encode(scene(), "PNG", icc_profile=b"no profile at all")))

    assert "icc_profile" not in opened(clean).info


def test_a_photo_for_print_becomes_one_for_screens():
    clean = strip_metadata(upload(encode(scene(mode="CMYK"), "JPEG")))

    assert opened(clean).mode == "RGB"


def test_sixteen_bits_of_grey_become_eight_of_the_same_brightness():
    deep = Image.new("I;16", (8, 8), 32_768)

    assert opened(strip_metadata(upload(encode(deep, "PNG"), "scan.png"))).getpixel((1, 1)) == 128


@pytest.mark.parametrize("file_format", ["PNG", "WEBP", "AVIF"])
def test_transparency_stays(file_format):
    glass = Image.new("RGBA", (16, 16), (10, 20, 30, 0))

    clean = strip_metadata(upload(encode(glass, file_format, exif=exif())))

    assert opened(clean).convert("RGBA").getpixel((8, 8))[3] == 0


def test_transparency_of_a_palette_stays():
    palette = Image.new("P", (16, 16), 0)
    palette.putpalette([255, 255, 255, 0, 0, 0])

    for file_format in ("PNG", "GIF"):
        clean = strip_metadata(upload(encode(palette, file_format, transparency=0)))
        assert opened(clean).convert("RGBA").getpixel((8, 8))[3] == 0


def test_a_lossless_picture_stays_exact():
    noise = Image.effect_noise((64, 64), 80).convert("RGB")

    for file_format, options in (("PNG", {}), ("WEBP", {"lossless": True})):
        clean = strip_metadata(upload(encode(noise, file_format, **options)))
        assert opened(clean).convert("RGB").tobytes() == noise.tobytes()


def test_a_jpeg_hardly_changes_and_hardly_grows():
    noise = Image.effect_noise((256, 256), 40).convert("RGB")
    content = encode(noise, "JPEG", quality=82)

    clean = strip_metadata(upload(content))

    before, after = Image.open(BytesIO(content)).tobytes(), opened(clean).tobytes()
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= 12
    assert clean.size < len(content) * 1.05


def test_a_jpeg_of_two_pictures_keeps_the_first():
    first, second = scene(), Image.new("RGB", (64, 40), (0, 200, 0))
    content = encode(first, "MPO", save_all=True, append_images=[second], exif=exif())
    assert Image.open(BytesIO(content)).format == "MPO"

    clean = strip_metadata(upload(content, "phone.jpg"))

    image = opened(clean)
    assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1)
    assert image.getpixel((5, 5))[0] > 150


def linear_profile():
    """An RGB profile with the primaries of sRGB and a straight tone curve."""
    import struct

    def s15(value):
        return struct.pack(">i", round(value * 65536))

    def xyz(x, y, z):
        return b"XYZ \0\0\0\0" + s15(x) + s15(y) + s15(z)

    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 7) + b"linear\0" + b"\0" * 78 + b"\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.4361, 0.2225, 0.0139),
        b"gXYZ": xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": xyz(0.1431, 0.0606, 0.7141),
        **{tag: b"curv\0\0\0\0" + struct.pack(">I", 0) for tag in (b"rTRC", b"gTRC", b"bTRC")},
        b"cprt": b"text\0\0\0\0none\0",
    }
    table, data, offset = b"", b"", 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        body += b"\0" * (-len(body) % 4)
        table += name + struct.pack(">II", offset + len(data), len(body))
        data += body
    size = offset + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += s15(0.9642) + s15(1.0) + s15(0.8249) + b"\0" * 48
    return header[:128] + struct.pack(">I", len(tags)) + table + data
