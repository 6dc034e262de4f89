"""Named questions about profiles."""

from django.db.models import OuterRef, Prefetch, Q, Subquery

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


class EntryQuerySet(LabelledQuerySet):
    def having(self, *texts):
        """Those with one of the texts in their names."""
        return self.filter(Q(*(("search_text__contains", text) for text in texts), _connector=Q.OR))

    def for_cards(self):
        """With all that a card shows but the renditions of its picture; `summary` is that in the entry's language."""
        profiles = self.model._meta.get_field("profile").related_model
        texts = profiles.texts.rel.related_model.objects
        summary = texts.filter(profile=OuterRef("profile"), language=OuterRef("text_language")).values("summary")[:1]
        facts = ["kind", "theme", "image", "place"]
        return (
            self.select_related(*(f"profile__{fact}" for fact in facts))
            .annotate(summary=Subquery(summary))
            .defer("search_text", "profile__search_text")
        )
