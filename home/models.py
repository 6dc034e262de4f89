"""The pages that every site needs: home, standard pages, forms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.models import BasePage
from images.models import SocialImageMixin


class HomePage(SocialImageMixin, BasePage):
    headline = models.CharField(_("headline"), max_length=120, help_text=_("A line break is written as a |."))
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("headline"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["wagtailcore.Page"]


class StandardPage(SocialImageMixin, BasePage):
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
