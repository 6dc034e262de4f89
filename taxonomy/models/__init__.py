from taxonomy.models.mixins import TopicsMixin
from taxonomy.models.places import Place, PlaceKind
from taxonomy.models.terms import Term, Vocabulary
from taxonomy.models.topics import Topic, TopicItem

__all__ = ["Place", "PlaceKind", "Term", "Topic", "TopicItem", "TopicsMixin", "Vocabulary"]
