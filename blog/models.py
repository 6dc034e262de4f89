"""News: an index and its posts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from core.blocks import BodyBlock
from core.models import BasePage
from images.models import SocialImageMixin
from taxonomy.models import Term, TopicItem, Vocabulary


class BlogIndexPage(BasePage):
    lead = models.TextField(_("lead"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage"]


class BlogPage(SocialImageMixin, BasePage):
    date = models.DateField(_("date"))
    lead = models.TextField(_("lead"))
    image = models.ForeignKey("images.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.THEMES},
    )
    body = StreamField(BodyBlock())
    topics = ClusterTaggableManager(through="blog.BlogPageTopic", blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("theme"),
        FieldPanel("topics"),
        InlinePanel("author_links", label=_("Authors")),
        FieldPanel("body"),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []


class BlogPageTopic(TopicItem):
    content_object = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="topic_items")


class BlogAuthor(Orderable):
    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="author_links")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("person")]
