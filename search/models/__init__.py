from search.models.documents import SearchDocument
from search.models.synonyms import SynonymGroup
from search.models.tombstones import Tombstone

__all__ = ["SearchDocument", "SynonymGroup", "Tombstone"]
