from taxonomy.models.mixins import TopicsMixin
from taxonomy.models.terms import Term, Vocabulary
from taxonomy.models.topics import Topic, TopicItem

__all__ = ["Term", "Topic", "TopicItem", "TopicsMixin", "Vocabulary"]
