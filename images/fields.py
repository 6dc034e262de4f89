"""Fields that let no image in before it is cleaned."""

from django.core.exceptions import ValidationError
from django.forms.fields import FileField
from PIL import Image
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from images.exceptions import UnusableImage
from images.services import strip_metadata


class MeasuredFile(WagtailImageFieldFile):
    """A file whose size in pixels is read from its header; Wagtail would decode all of it."""

    def get_image_dimensions(self):
        close = self.closed
        try:
            self.open()
            with Image.open(self.file) as image:
                return image.size
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class CleanFieldFile(MeasuredFile):
    """A file that is stored without metadata, however it came: by a form, a script or the API."""

    def save(self, name, content, save=True):
        if not getattr(content, "clean", False):
            content.name = name
            content = strip_metadata(content)
            name = content.name
        super().save(name, content, save)


class MeasuredImageField(WagtailImageField):
    attr_class = MeasuredFile


class CleanImageField(WagtailImageField):
    """The model field of originals. Raises `UnusableImage` when something else than an accepted image is saved."""

    attr_class = CleanFieldFile


class ImageUploadField(WagtailImageFormField):
    """Takes what `strip_metadata` takes, and tells an editor why not. The upload itself is rewritten in place,
    so that no copy of it (Wagtail keeps some while a form is incomplete) has the metadata.
    """

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        try:
            clean = strip_metadata(upload)
        except UnusableImage as error:
            raise ValidationError(str(error), code=error.code) from error
        upload.seek(0)
        upload.truncate()
        upload.write(clean.read())
        upload.seek(0)
        upload.name, upload.size, upload.content_type = clean.name, clean.size, clean.content_type
        upload.clean = True
        return upload
