"""Bulgarian: a light stemmer (inflection only) and roots (derivation too), made of rules and one short list."""

from search.analysis.bulgarian.roots import root
from search.analysis.bulgarian.stemmer import stem, without_article, without_final_vowels

__all__ = ["root", "stem", "without_article", "without_final_vowels"]
