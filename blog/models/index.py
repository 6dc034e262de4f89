"""The page that lists posts, and the addresses below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from blog.views import show_feed, show_list
from core.models import BasePage


class BlogIndexPage(RoutablePageMixin, BasePage):
    """News of a language: all posts, posts about a topic, posts of a month, and their feeds."""

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=_("Stands under the title."))

    template = "blog/blog_index_page.html"
    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    page_description = _("The list of news. News are written below it.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage"]
    max_count_per_parent = 1
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    @path("")
    def all_posts(self, request):
        return show_list(request, self)

    @path("topic/<str:slug>/")
    def posts_about_topic(self, request, slug):
        return show_list(request, self, topic_slug=slug)

    @path("<int:year>/<int:month>/")
    def posts_of_month(self, request, year, month):
        return show_list(request, self, year=year, month=month)

    @path("<str:kind>.xml/")
    def feed(self, request, kind):
        return show_feed(request, self, kind)

    @path("topic/<str:slug>/<str:kind>.xml/")
    def topic_feed(self, request, slug, kind):
        return show_feed(request, self, kind, topic_slug=slug)
