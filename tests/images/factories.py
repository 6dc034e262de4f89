"""Images for tests, with a real file."""

import factory
from django.core.files.base import ContentFile

from images.models import CustomImage
from tests.images.files import photo


class ImageFactory(factory.django.DjangoModelFactory):
    """A saved image of `size` pixels."""

    class Meta:
        model = CustomImage
        exclude = ("size", "file_format")

    size = (1600, 900)
    file_format = "JPEG"
    title = factory.Sequence(lambda number: f"Снимка {number}")
    alt = {"bg": "Хора около маса", "en": "People around a table"}
    file = factory.LazyAttribute(lambda image: ContentFile(photo(image.file_format, size=image.size), name="photo.jpg"))
