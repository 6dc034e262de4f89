"""What editors fill in about an image."""

from wagtail.images.forms import BaseImageForm

from images.fields import ImageUploadField
from images.names import visible


class ImageForm(BaseImageForm):
    """Wagtail's form with our upload field; used for single and multiple uploads, in the chooser and for changes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # Wagtail builds this field itself. Declared here, it would also stand in the forms that leave it out.
            self.fields["file"] = ImageUploadField(label=field.label, required=field.required, widget=field.widget)

    def clean_title(self):
        return visible(self.cleaned_data["title"]).strip()
