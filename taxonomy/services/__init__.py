from taxonomy.services.places import load_places
from taxonomy.services.topics import TopicNotMergeable, load_topics, merge_topics
from taxonomy.services.vocabularies import load_vocabularies

__all__ = ["TopicNotMergeable", "load_places", "load_topics", "load_vocabularies", "merge_topics"]
