"""What the site says about itself, per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.blocks.links import SocialLinkBlock
from core.models.per_language import PerLanguageRow


class SiteSettings(PerLanguageRow):
    name = models.CharField(_("name"), max_length=80, default="Social Innovation Club")
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    address = models.TextField(_("address"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    social_links = StreamField([("link", SocialLinkBlock())], verbose_name=_("social links"), blank=True)
    funding_shown = models.BooleanField(_("show the funding statement"), default=True)
    funding_statement = models.CharField(
        _("funding statement"), max_length=160, blank=True, help_text=_("Stands beside the European emblem.")
    )
    funding_disclaimer = models.TextField(_("disclaimer"), blank=True)
    footer_note = models.TextField(_("footer note"), blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline")], heading=_("The site")),
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldPanel("address"),
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("social_links"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("funding_shown"), FieldPanel("funding_statement"), FieldPanel("funding_disclaimer")],
            heading=_("European funding"),
        ),
        FieldPanel("footer_note"),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
