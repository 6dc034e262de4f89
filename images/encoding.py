"""How renditions are written where Wagtail leaves no setting."""

from django.conf import settings
from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry


def save_as_avif(image, file, quality=None, lossless=False, apply_optimizers=True):
    """Write AVIF at a speed that suits making renditions on request; Willow would leave it at the slow default."""
    image.image.save(
        file,
        "AVIF",
        quality=100 if lossless else quality or settings.WAGTAILIMAGES_AVIF_QUALITY,
        subsampling="4:4:4" if lossless else "4:2:0",
        speed=settings.IMAGES_AVIF_SPEED,
    )
    return AvifImageFile(file)


def register():
    """Let Willow write AVIF our way."""
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
