"""What a reader may be looking for who is still typing: titles of what there is."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from search.analysis import meanings_of, typed_prefixes
from search.analysis.highlight import Wanted, begun, marked, marks
from search.engines.current import answering_engine
from search.facets import LABELS, value_label
from search.meanings import site_synonyms
from search.models import SearchDocument
from search.sources import singular_of

MOST = 8
# So many are read, of which the best are shown: engines don't tell a title from a topic here.
LOOKED_AT = 24
# What says why something is suggested whose title doesn't, the most telling first.
REASONS = ("topic", "theme", "region")


@dataclass(frozen=True)
class Suggestion:
    """Something to go to; its title is HTML in which everything but the marks is escaped, and has `words` of those
    typed, or words that are `meant`. Else `why` says what it has to do with them, where that is known."""

    document: SearchDocument
    title_html: SafeString
    words: int
    meant: bool = False
    why: str = ""

    @property
    def kind_label(self):
        return singular_of(self.document.kind)


def suggestions(text, language):
    """At most `MOST` things with words that begin as those of `text` do, or that mean so. Raises EngineAway where no
    engine answers.

    First those whose title has most of them, then those whose title means so, then what is in the reader's `language`.
    """
    prefixes = typed_prefixes(text)
    if not prefixes:
        return []
    meanings = meanings_of(text, language, site_synonyms())
    ids = answering_engine().suggest(prefixes, language, LOOKED_AT, meanings)
    shown = SearchDocument.objects.filter(site_language=language)
    documents = shown.only("kind", "url", "title", "text_language", "facets").in_bulk(ids)
    wanted = Wanted(frozenset(key for one in meanings for key in one.keys), frozenset())
    found = [_suggestion(documents[one], prefixes, wanted, language) for one in ids if one in documents]
    found.sort(key=lambda one: (-one.words, not one.meant, one.document.text_language != language))
    return found[:MOST]


def _suggestion(document, prefixes, wanted, language):
    title, words = begun(document.title, prefixes)
    meant = False
    if not words and marks(document.title, wanted, document.text_language):
        title, meant = marked(document.title, wanted, document.text_language), True
    why = "" if meant or words == len(prefixes) else _why(document, prefixes, wanted, language)
    return Suggestion(document, SafeString(title), words, meant, why)


def _why(document, prefixes, wanted, language):
    """The label that says what was typed or what means the same, behind what it is; empty where none does."""
    for facet in REASONS:
        for value in document.facets.get(facet, ()):
            label = value_label(facet, value, language)
            if begun(label, prefixes)[1] or marks(label, wanted, language):
                return f"{LABELS[facet]}: {label}"
    return ""
