"""What gives pages topics."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.sorting import sort_key


class TopicsMixin(models.Model):
    """A page with topics; the page declares the field itself, through its own `TopicItem`:

    `topics = ClusterTaggableManager(through="app.PageTopic", blank=True)`
    """

    topic_panels = [FieldPanel("topics")]
    topic_search_fields = [index.RelatedFields("topics", [index.SearchField("search_text")])]

    class Meta:
        abstract = True

    def sorted_topics(self):
        """The page's topics as a reader of the active language expects to find them."""
        return sorted(self.topics.all(), key=lambda topic: sort_key(str(topic)))
