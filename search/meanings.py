"""What means the same on this site: what editors say, and what its topics and terms are called in its languages."""

from functools import lru_cache

from core.cache import remember
from search.analysis import Synonyms
from search.models import SynonymGroup
from taxonomy.models import Term, Topic


def site_synonyms():
    """The `Synonyms` of the site; compiled again only where a group or a label changed."""
    return _compiled(remember("search:meanings", _groups))


def _groups():
    rows = [*Topic.objects.values_list("labels", flat=True), *Term.objects.values_list("labels", flat=True)]
    called = {tuple(texts.values()) for texts in rows if len(texts) > 1}
    said = {tuple(text.splitlines()) for text in SynonymGroup.objects.values_list("phrases", flat=True)}
    return tuple(sorted(called | said))


@lru_cache(maxsize=1)
def _compiled(groups):
    return Synonyms(groups)
