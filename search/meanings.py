"""What means the same on this site: what its topics and terms are called in its languages."""

from functools import lru_cache

from core.cache import remember
from search.analysis import Synonyms
from taxonomy.models import Term, Topic


def site_synonyms():
    """The `Synonyms` that connect the languages of labels; compiled again only where a label changed."""
    return _compiled(remember("search:labels", _groups))


def _groups():
    labels = [*Topic.objects.values_list("labels", flat=True), *Term.objects.values_list("labels", flat=True)]
    return tuple(sorted({tuple(texts.values()) for texts in labels if len(texts) > 1}))


@lru_cache(maxsize=1)
def _compiled(groups):
    return Synonyms(groups)
