"""How words of two languages, two scripts and many spellings meet: pure Python, knows no database and no engine."""

from search.analysis.meaning import meanings_of
from search.analysis.streams import document_streams
from search.analysis.synonyms import Synonyms
from search.analysis.typeahead import typed_prefixes
from search.analysis.understanding import Understood, signature, understand
from search.analysis.vocabulary import Vocabulary, words_of

# Raised whenever a rule gives other keys than before: rows of another version are analysed anew.
ANALYSIS_VERSION = 1

__all__ = [
    "ANALYSIS_VERSION",
    "Synonyms",
    "Understood",
    "Vocabulary",
    "document_streams",
    "meanings_of",
    "signature",
    "typed_prefixes",
    "understand",
    "words_of",
]
