"""What a file really is: its format, size and frames, read from its header before any pixel is decoded."""

import struct
import zlib
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from PIL import Image, UnidentifiedImageError

from images.exceptions import Animated, FileTooLarge, TooManyPixels, UnknownFormat, UnusableImage

MAX_SIDE = 16_383  # the most that WebP can hold
# What Pillow's readers are known to raise over a damaged file.
READ_ERRORS = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, struct.error, zlib.error, MemoryError)


@dataclass(frozen=True)
class Format:
    """A format that is accepted, as Pillow calls it."""

    name: str
    extension: str
    mime_type: str


ACCEPTED = {
    "JPEG": Format("JPEG", "jpg", "image/jpeg"),
    "MPO": Format("JPEG", "jpg", "image/jpeg"),  # what some cameras call a JPEG with a second picture inside
    "PNG": Format("PNG", "png", "image/png"),
    "WEBP": Format("WEBP", "webp", "image/webp"),
    "AVIF": Format("AVIF", "avif", "image/avif"),
    "GIF": Format("GIF", "gif", "image/gif"),
}


@contextmanager
def open_checked(file):
    """Yield the Pillow image in `file` and its `Format`, within all limits and not yet decoded.

    Raises a subclass of `UnusableImage`. Whatever the reader trips over afterwards is one as well.
    """
    _check_bytes(file)
    file.seek(0)
    try:
        with Image.open(file, formats=["JPEG", "PNG", "WEBP", "AVIF", "GIF"]) as image:
            _check_pixels(*image.size)
            if image.format != "MPO" and getattr(image, "is_animated", False):
                raise Animated
            yield image, ACCEPTED[image.format]
    except UnidentifiedImageError as error:
        names = ", ".join(dict.fromkeys(accepted.name for accepted in ACCEPTED.values()))
        raise UnknownFormat(formats=names) from error
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except READ_ERRORS as error:
        raise UnusableImage from error


def _check_bytes(file):
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if file.size > limit:
        raise FileTooLarge(size=filesizeformat(file.size), limit=filesizeformat(limit))


def _check_pixels(width, height):
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS or max(width, height) > MAX_SIDE:
        raise _too_many_pixels()


def _too_many_pixels():
    return TooManyPixels(limit=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000, side=MAX_SIDE)
