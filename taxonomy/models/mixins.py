"""What gives pages topics."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.sorting import sort_key


class TopicsMixin(models.Model):
    """A page with topics. The page declares the field itself, and the links as `topic_items` in its `TopicItem`:

    `topics = ClusterTaggableManager(through="app.PageTopic", blank=True)`
    """

    topic_panels = [FieldPanel("topics")]
    topic_search_fields = [index.RelatedFields("topics", [index.SearchField("name"), index.FilterField("slug")])]

    class Meta:
        abstract = True

    @property
    def topic_list(self):
        """Its topics by label, in the reader's order; prefetch `topic_items__tag` where several pages are asked."""
        return sorted((item.tag for item in self.topic_items.all()), key=lambda topic: sort_key(str(topic)))
