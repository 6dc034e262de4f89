"""The first page of a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from blog.indexes import index_in
from blog.selectors import latest_posts
from core.cache import remember
from core.models import BasePage
from core.models.pages import LEAD_HELP
from directory.home import directory_on_home
from home.blocks import SiteBodyBlock
from images.models import SocialImageMixin

LATEST_POSTS = 3


class HomePage(SocialImageMixin, BasePage):
    """One for each language: the root of its tree."""

    headline = models.CharField(
        _("headline"), max_length=120, help_text=_("Set very large. A line break is written as a |.")
    )
    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(SiteBodyBlock(template="blocks/body_sections.html"), verbose_name=_("text"), blank=True)

    followed_fields = ["social_image"]
    override_translatable_fields = [SynchronizedField("social_image", overridable=False)]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead", help_text=LEAD_HELP),
        FieldPanel("body"),
    ]
    promote_panels = [*BasePage.promote_panels, *SocialImageMixin.social_panels]
    page_description = _("The first page of a language, with a headline and sections.")
    parent_page_types = ["wagtailcore.Page"]

    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @classmethod
    def can_create_at(cls, parent):
        return super().can_create_at(parent) and cls.objects.count() < Locale.objects.count()

    @property
    def headline_lines(self):
        return [line.strip() for line in self.headline.split("|") if line.strip()]

    def clean(self):
        super().clean()
        others = HomePage.objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)
        if self.locale_id and others.exists():
            raise ValidationError(_("This language has a home page already."))

    def get_context(self, request, *args, **kwargs):
        posts = latest_posts(self.language, LATEST_POSTS)
        news = index_in(self.language)
        directory = remember(f"home:directory:{self.language}", lambda: directory_on_home(self.language))
        return super().get_context(request, *args, **kwargs) | {"latest_posts": posts, "news": news} | directory
