from taxonomy.models.mixins import TopicsMixin
from taxonomy.models.places import Place, PlaceKind
from taxonomy.models.terms import Term, Vocabulary
from taxonomy.models.topics import FormerTopicSlug, Topic, TopicItem

__all__ = ["FormerTopicSlug", "Place", "PlaceKind", "Term", "Topic", "TopicItem", "TopicsMixin", "Vocabulary"]
