from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    name = "images"
    verbose_name = _("Images")

    def ready(self):
        from images import signals  # noqa: F401
        from images.checks import check_avif
        from images.models.social import PAGE, find_page
        from images.social import register_subjects

        checks.register(check_avif)
        register_subjects(PAGE, find_page)
