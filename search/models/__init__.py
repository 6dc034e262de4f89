from search.models.counts import QueryCount
from search.models.documents import SearchDocument
from search.models.promotions import PromotedResult, Promotion
from search.models.synonyms import SynonymGroup
from search.models.tombstones import Tombstone

__all__ = ["PromotedResult", "Promotion", "QueryCount", "SearchDocument", "SynonymGroup", "Tombstone"]
