from search.models.documents import SearchDocument
from search.models.promotions import PromotedResult, Promotion
from search.models.synonyms import SynonymGroup
from search.models.tombstones import Tombstone

__all__ = ["PromotedResult", "Promotion", "SearchDocument", "SynonymGroup", "Tombstone"]
