"""What a reader may be looking for who is still typing: titles of what there is."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from search.analysis import typed_prefixes
from search.analysis.highlight import begun
from search.engines.current import answering_engine
from search.models import SearchDocument
from search.sources import singular_of

MOST = 8
# So many are read, of which the best are shown: engines don't tell a title from a topic here.
LOOKED_AT = 24


@dataclass(frozen=True)
class Suggestion:
    """Something to go to; its title is HTML in which everything but the marks is escaped, and has `words` of those
    typed."""

    document: SearchDocument
    title_html: SafeString
    words: int

    @property
    def kind_label(self):
        return singular_of(self.document.kind)


def suggestions(text, language):
    """At most `MOST` things with words that begin as those of `text` do. Raises EngineAway where no engine answers.

    First those whose title has most of them, then what is in the reader's `language`.
    """
    prefixes = typed_prefixes(text)
    ids = answering_engine().suggest(prefixes, language, LOOKED_AT) if prefixes else ()
    shown = SearchDocument.objects.filter(site_language=language).only("kind", "url", "title", "text_language")
    documents = shown.in_bulk(ids)
    found = [_suggestion(documents[one], prefixes) for one in ids if one in documents]
    found.sort(key=lambda one: (-one.words, one.document.text_language != language))
    return found[:MOST]


def _suggestion(document, prefixes):
    title, words = begun(document.title, prefixes)
    return Suggestion(document, SafeString(title), words)
