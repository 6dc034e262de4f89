"""Bulgarian: a light stemmer (inflection only) and roots (derivation too), made of rules and one short list."""

from search.analysis.bulgarian.roots import root
from search.analysis.bulgarian.stemmer import stem

__all__ = ["root", "stem"]
