"""How often readers were given a page. One number a page: no day, no address, nothing about who it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageViews(models.Model):
    """The count of a page whose class says `counts_views`; only `core.page_cache.views` writes it."""

    page = models.OneToOneField(Page, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("page"))
    views = models.PositiveIntegerField(_("views"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("views of a page")
        verbose_name_plural = _("views of pages")
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id}: {self.views}"
