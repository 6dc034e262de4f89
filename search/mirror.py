"""This node's index, for lists that must be as exact as the database."""

from core.cache import remember
from search.engines.base import EngineAway
from search.engines.current import embedded_engine
from search.models import SearchDocument


def exact_mirror():
    """The index of this node, or None where it isn't as the documents of this content version are, or newer.

    It follows them in their order, so the newest of them stands for all; what was deleted and is still in it shows in
    the number.
    """
    newest, version, number = remember("search:newest", _newest)
    engine = embedded_engine()
    try:
        has_all = newest is None or (engine.version_of(newest) or -1) >= version
        return engine if has_all and engine.size == number else None
    except EngineAway:
        return None


def _newest():
    """Id and version of the document that was written last, and how many there are."""
    documents = SearchDocument.objects
    newest = documents.order_by("-version", "-pk").values_list("pk", "version").first()
    return (*(newest or (None, None)), documents.count())
