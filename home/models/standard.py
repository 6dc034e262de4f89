"""Pages that explain something."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage
from core.models.pages import LEAD_HELP
from home.blocks import SiteBodyBlock
from home.selectors import crumbs
from images.models import SocialImageMixin


class StandardPage(SocialImageMixin, BasePage):
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(SiteBodyBlock(), verbose_name=_("text"), blank=True)

    followed_fields = ["social_image"]
    override_translatable_fields = [SynchronizedField("social_image", overridable=False)]
    content_panels = [*BasePage.content_panels, FieldPanel("lead", help_text=LEAD_HELP), FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, *SocialImageMixin.social_panels]
    page_description = _("For what stays: about us, a project, privacy. May have pages below it.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def neighbourhood(self):
        """The pages below this one, or else those beside it (with itself), that readers may see."""
        below = list(self.get_children().live().public().select_related("locale"))
        if below or self.depth <= 3:  # root, home, this: those beside it are the site's main pages
            return below
        return list(self.get_siblings().live().public().select_related("locale"))

    def get_context(self, request, *args, **kwargs):
        pages = self.neighbourhood()
        beside = any(page.pk == self.pk for page in pages)
        return super().get_context(request, *args, **kwargs) | {
            "crumbs": crumbs(self),
            "neighbourhood": pages if len(pages) > beside else [],
            "section_page": self.get_parent() if beside else self,
        }
