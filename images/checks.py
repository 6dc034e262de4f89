"""What an administrator should know before readers do."""

from django.core import checks

from images.presets import avif_available


def check_avif(app_configs, **kwargs):
    """images.W001: this Pillow writes no AVIF, so browsers get WebP, which is about a fifth larger."""
    if avif_available():
        return []
    return [
        checks.Warning(
            "This build of Pillow can't write AVIF; pictures are offered as WebP and JPEG only.",
            hint="Install Pillow from its official wheels, or build it with libavif.",
            id="images.W001",
        )
    ]
