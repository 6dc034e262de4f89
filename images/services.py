"""What changes images: uploads lose everything but their pixels, renditions are made ahead of need."""

from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from PIL import ImageCms, ImageOps, JpegImagePlugin

from images.files import open_checked
from images.names import safe_name
from images.presets import PRESETS, filter_specs
from images.selectors import prefetch_pictures

QUALITY = 90


class CleanFile(ContentFile):
    """The content of an image without anything but its pixels."""

    clean = True


def strip_metadata(file):
    """Return `file` as a `CleanFile`: upright, in sRGB, without EXIF, GPS, comments, thumbnails or appended data.

    The picture is decoded and written anew, so nothing that isn't a pixel survives. The name is made safe and gets the
    extension of the true format. Raises `UnusableImage`.
    """
    with open_checked(file) as (image, accepted):
        options = _save_options(image, accepted.name, file)
        picture = _in_srgb(_eight_bits(ImageOps.exif_transpose(image)))
        picture.info = {key: value for key, value in picture.info.items() if key == "transparency"}
        target = BytesIO()
        picture.save(target, accepted.name, **options)
    clean = CleanFile(target.getvalue(), name=safe_name(getattr(file, "name", "") or "", accepted.extension))
    clean.content_type = accepted.mime_type
    return clean


def make_renditions(image, presets=None):
    """Make what is missing of the renditions of `image` for `presets` (default: all). Return how many were made."""
    presets = presets or list(PRESETS)
    prefetch_pictures([image], *presets)  # asks the database; the cache may remember renditions that are gone
    before = len(image.prefetched_renditions)
    image.get_renditions(*(spec for name in presets for spec in filter_specs(name, image)))
    return len(image.prefetched_renditions) - before


def _save_options(image, name, file):
    """How to write `image` as well as it was written before."""
    if name == "JPEG":
        return _jpeg_options(image)
    if name == "WEBP":
        return {"lossless": _is_lossless_webp(file), "quality": QUALITY, "method": 4}
    if name == "AVIF":
        return {"quality": QUALITY, "speed": settings.IMAGES_AVIF_SPEED}
    return {}


def _jpeg_options(image):
    """The same quantisation as before, where the channels stay the same: it loses next to nothing."""
    options = {"progressive": True, "optimize": True}
    if image.mode not in ("L", "RGB"):
        return options | {"quality": QUALITY}
    subsampling = JpegImagePlugin.get_sampling(image)
    return options | {"qtables": image.quantization} | ({"subsampling": subsampling} if subsampling >= 0 else {})


def _is_lossless_webp(file):
    file.seek(0)
    return b"VP8L" in file.read()


def _eight_bits(picture):
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return picture


def _in_srgb(picture):
    """Colours as they were meant, without the need of a profile; a broken profile is dropped."""
    profile = picture.info.get("icc_profile")
    if picture.mode in ("1", "L", "LA"):
        return picture
    if profile and (converted := _by_profile(picture, profile)):
        return converted
    return picture.convert("RGB") if picture.mode not in ("P", "RGB", "RGBA") else picture


def _by_profile(picture, profile):
    """`picture` brought into sRGB, or None where `profile` is sRGB already or can't be followed."""
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(profile).lower():
            return None
        if picture.mode == "P" or "transparency" in picture.info:
            picture = picture.convert("RGBA")
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
