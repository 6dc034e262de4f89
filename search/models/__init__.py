from search.models.documents import SearchDocument
from search.models.tombstones import Tombstone

__all__ = ["SearchDocument", "Tombstone"]
