"""How renditions are written where Wagtail leaves no setting."""

from django.conf import settings
from wagtail.images.image_operations import FormatOperation
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage


class QuickImage(PillowImage):
    """Writes AVIF at a speed that suits renditions made on request; Willow leaves it at the encoder's slow default."""

    def save_as_avif(self, f, quality=80, lossless=False, apply_optimizers=True):
        options = {"quality": 100, "subsampling": "4:4:4"} if lossless else {"quality": quality}
        self.image.save(f, "AVIF", speed=settings.IMAGES_AVIF_SPEED, **options)
        return AvifImageFile(f)


class QuickFormatOperation(FormatOperation):
    """Wagtail's "format-…" for images that are written our way."""

    def run(self, willow, image, env):
        super().run(willow, image, env)
        return QuickImage(willow.get_pillow_image())
