"""The pages of the web archive: an issue, and the list of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from core.models import BasePage
from core.models.pages import LEAD_HELP
from newsletters.issues.archive import archive_of, content_of
from newsletters.issues.blocks import LetterBlock
from newsletters.issues.forms import IssueForm
from newsletters.issues.previews import PREVIEW_MODES, preview
from newsletters.models.lists import MailingList
from taxonomy.models import TopicItem, TopicsMixin


class NewsletterIndexPage(BasePage):
    """The web archive of a language: all issues that were published, newest first."""

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=LEAD_HELP)

    template = "newsletters/newsletter_index_page.html"
    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    page_description = _("The web archive of the newsletters. Issues are written below it.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["newsletters.NewsletterPage"]
    max_count_per_parent = 1
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    class Meta:
        verbose_name = _("newsletter archive")
        verbose_name_plural = _("newsletter archives")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | archive_of(
            self, NewsletterPage.objects, request.GET.get("page")
        )


class NewsletterPage(TopicsMixin, BasePage):
    """An issue in one language. Publishing it puts it into the archive and mails nobody."""

    mailing_list = models.ForeignKey(
        MailingList,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("mailing list"),
        help_text=_("Whose subscribers get the issue."),
    )
    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One sentence. Mail programs show it beside the subject, and the archive below the title."),
    )
    body = StreamField(LetterBlock(), verbose_name=_("text"))
    topics = ClusterTaggableManager(
        through="newsletters.NewsletterPageTopic",
        blank=True,
        verbose_name=_("topics"),
        help_text=_("It goes to those who want one of them. Without topics it goes to everybody on the list."),
    )

    template = "newsletters/newsletter_page.html"
    content_panels = [
        TitleFieldPanel("title", help_text=_("Also the subject of the mail.")),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("mailing_list"), *TopicsMixin.topic_panels], heading=_("Whom it goes to")),
    ]
    page_description = _("An issue of a newsletter: composed here, sent to the subscribers of its list.")
    parent_page_types = ["newsletters.NewsletterIndexPage"]
    subpage_types = []
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("mailing_list"),
        *TopicsMixin.topic_search_fields,
    ]

    followed_fields = ["mailing_list", "topic_items"]
    translated_as_draft = True
    override_translatable_fields = [
        *(SynchronizedField(name, overridable=False) for name in followed_fields),
        BaseTranslatableField("topics"),  # not a column: its rows are the followed `topic_items`
    ]
    preview_modes = PREVIEW_MODES
    counts_views = True
    base_form_class = IssueForm

    class Meta:
        verbose_name = _("issue of a newsletter")
        verbose_name_plural = _("issues of newsletters")

    def get_context(self, request, *args, **kwargs):
        as_draft = getattr(request, "is_preview", False)
        return super().get_context(request, *args, **kwargs) | content_of(self, as_draft=as_draft)

    def serve_preview(self, request, mode_name):
        return preview(self, mode_name) or super().serve_preview(request, mode_name)


class NewsletterPageTopic(TopicItem):
    content_object = ParentalKey(NewsletterPage, on_delete=models.CASCADE, related_name="topic_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="topic_once_an_issue")]
