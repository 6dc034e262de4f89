"""A post, its topics, its authors and the posts chosen to be read after it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from blog.links import crumbs_to, topic_links
from blog.overview import overview
from blog.querysets import BlogPageManager
from blog.reading import WORDS_A_MINUTE, count_words
from core.blocks import BodyBlock
from core.languages.versions import versions_of
from core.models import BasePage
from images.models import SocialImageMixin
from images.selectors import shared_images
from taxonomy.models import Term, TopicItem, TopicsMixin, Vocabulary

RELATED_LIMIT = 3
COVER = "cover"  # the shape of the picture above a post


class BlogPage(TopicsMixin, SocialImageMixin, BasePage):
    date = models.DateField(
        _("date"), default=timezone.localdate, db_index=True, help_text=_("The day that readers see and lists go by.")
    )
    lead = models.TextField(
        _("lead"), max_length=400, help_text=_("One or two sentences that say it all. They stand in lists and feeds.")
    )
    image = models.ForeignKey(
        "images.CustomImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
        help_text=_("Shown large above the text and small in lists. Without it the post has a motif."),
    )
    theme = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.THEMES},
        verbose_name=_("theme"),
        help_text=_("Gives the post its colour and the family of its motif."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"))
    topics = ClusterTaggableManager(
        through="blog.BlogPageTopic",
        blank=True,
        verbose_name=_("topics"),
        help_text=_("What the post is about. Every topic has a list and a feed of its own."),
    )

    objects = BlogPageManager()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("theme"), *TopicsMixin.topic_panels], heading=_("Date, theme and topics")
        ),
        InlinePanel("author_links", heading=_("Authors"), label=_("Author"), help_text=_("In the order shown.")),
        InlinePanel(
            "related_links",
            heading=_("Related posts"),
            label=_("Post"),
            max_num=RELATED_LIMIT,
            help_text=_("Free places are filled with posts that share topics or the theme."),
        ),
    ]
    promote_panels = [*BasePage.promote_panels, *SocialImageMixin.social_panels]
    page_description = _("A piece of news with a date, authors and topics.")
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("theme"),
        *TopicsMixin.topic_search_fields,
    ]

    # What isn't text follows the source into every translation; see core.languages.
    followed_fields = ["date", "image", "theme", "social_image", "topic_items", "author_links", "related_links"]
    override_translatable_fields = [
        *(SynchronizedField(name, overridable=False) for name in followed_fields),
        BaseTranslatableField("topics"),  # not a column: its rows are the followed `topic_items`
    ]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    @property
    def hue(self):
        """The slug of the theme, which colours the post; empty for a post without one."""
        return self.theme.slug if self.theme_id else ""

    def get_context(self, request, *args, **kwargs):
        index = self._find_index()
        posts = overview(BlogPage, self.language)
        self._take_shared(posts)
        return super().get_context(request, *args, **kwargs) | {
            "index": index,
            "crumbs": crumbs_to(index, inclusive=True),
            "authors": posts.authors_of(self),
            "topics": topic_links(index, posts.topics_of(self)),
            "around": posts.around(self, RELATED_LIMIT),
        }

    def _take_shared(self, posts):
        """Have the theme and the image from where other pages have them, too."""
        if theme := posts.theme_of(self):
            self.theme = theme
        if self.image_id and (image := shared_images([self.image_id], COVER).get(self.image_id)):
            self.image = image

    def _find_index(self):
        """The page above, in brief where it is published."""
        nearest = versions_of(self).nearest.get(self.language)
        return nearest if nearest and nearest.depth == self.depth - 1 else self.get_parent()

    @cached_property
    def reading_minutes(self):
        """Minutes to read the lead and the text, at least one."""
        words = count_words(self.lead) + count_words(list(self.body.raw_data))
        return max(1, round(words / WORDS_A_MINUTE))

    @property
    def authors(self):
        return [link.person for link in self.author_links.all()]


class BlogPageTopic(TopicItem):
    content_object = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="topic_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="topic_once_a_post")]


class BlogAuthor(Orderable):
    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="author_links")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))

    panels = [FieldPanel("person")]


class BlogRelatedPost(Orderable):
    """A post chosen by hand. Translations point at the same row; readers get it in their language."""

    page = ParentalKey(BlogPage, on_delete=models.CASCADE, related_name="related_links")
    post = models.ForeignKey(BlogPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("post"))

    panels = [PageChooserPanel("post")]

    def clean(self):
        super().clean()
        if self.post_id and self.page_id and self.post.translation_key == self.page.translation_key:
            raise ValidationError({"post": _("A post is not related to itself.")})
