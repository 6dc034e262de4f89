"""Named questions about profiles."""

from django.db.models import Prefetch

from core.models import LabelledQuerySet


class ProfileQuerySet(LabelledQuerySet):
    def live(self):
        """What is published, listed or not."""
        return self.filter(live=True)

    def listed(self):
        """What stands in lists, maps, search and open data."""
        return self.filter(live=True, visibility="public")

    def with_facts(self):
        """With everything that a card, a page or an export says of them, in a fixed number of queries."""
        links = self.model.topic_items.rel.related_model.objects.select_related("tag")
        return self.select_related("kind", "stage", "theme", "image", "place__parent__parent").prefetch_related(
            "texts",
            "other_themes",
            "target_groups",
            "innovation_types",
            "sdgs",
            "links",
            Prefetch("topic_items", links),
        )
