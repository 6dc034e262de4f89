"""Words that are written in Cyrillic by some and in Latin letters by others, officially or as they come."""

from search.analysis.scripts.folding import alike, alike_letters, fold, strip_marks
from search.analysis.scripts.lattice import cyrillic_spellings
from search.analysis.scripts.transliteration import is_cyrillic, official

__all__ = ["alike", "alike_letters", "cyrillic_spellings", "fold", "is_cyrillic", "official", "strip_marks"]
