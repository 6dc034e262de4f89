"""Real files for tests: photos with metadata, and files that mean harm."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, ImageDraw

SOFIA = (42, 41, 51)  # degrees, minutes, seconds


def scene(size=(64, 40), mode="RGB"):
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (200, 20, 30))
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, size[0], size[1]), fill=(20, 40, 160))
    return image.convert(mode)


def exif(orientation=1):
    """EXIF with a place, a camera and an orientation."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Secret Camera"
    tags.get_ifd(0x8825).update({1: "N", 2: SOFIA, 3: "E", 4: (23, 19, 19)})
    return tags


def encode(image, file_format, **options):
    target = BytesIO()
    image.save(target, file_format, **options)
    return target.getvalue()


def photo(file_format="JPEG", size=(64, 40), orientation=1, **options):
    """The bytes of a scene as a camera or a phone would write them."""
    if file_format != "GIF":
        options = {"exif": exif(orientation), **options}
    return encode(scene(size), file_format, **options)


def upload(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def giant_png(width=50_000, height=50_000):
    """A PNG of a few bytes whose header promises far too many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def animation(file_format, frames):
    pictures = [Image.new("RGB", (8, 8), (number * 61 % 256, number // 256, 90)) for number in range(frames)]
    return encode(pictures[0], file_format, save_all=True, append_images=pictures[1:])


def swapped_profile():
    """An ICC profile of a colour space that isn't sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
