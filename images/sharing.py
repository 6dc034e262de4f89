"""The picture that stands for something where it is shared."""

from dataclasses import dataclass
from urllib.parse import urljoin

from wagtail.images.models import SourceImageIOError

from images import social


@dataclass(frozen=True)
class SharedPicture:
    """What OpenGraph asks of a picture; `url` is absolute."""

    url: str
    width: int
    height: int
    alt: str
    mime_type: str


def shared_picture(subject, address, image=None):
    """The `SharedPicture` of what is shared at the absolute `address`: `image`, or else what is drawn of `subject`."""
    return (image and _rendition(image, address)) or _drawing(subject, address)


def _rendition(image, address):
    try:
        rendition = image.get_rendition(f"fill-{social.WIDTH}x{social.HEIGHT}|format-jpeg")
    except SourceImageIOError:
        return None
    return SharedPicture(
        urljoin(address, rendition.url), rendition.width, rendition.height, rendition.alt, "image/jpeg"
    )


def _drawing(subject, address):
    url = urljoin(address, social.Drawing.of(subject).path)
    return SharedPicture(url, social.WIDTH, social.HEIGHT, subject.title, "image/png")
