"""From a Bulgarian word to the root that it shares with the words derived from the same one.

Coarser than a stem: обучава, обучение and обучители meet, so do иновация, иновативен and иноватор. Right often enough
to help where stems find nothing, wrong too often to stand beside them: keys of roots live in a field of little weight.
"""

from search.analysis.bulgarian.endings import (
    IRREGULAR,
    LAST_LETTERS_OF_ROOTS,
    RELATED,
    SUFFIXES,
    SUFFIXES_AFTER_CONSONANT,
    VOWELS,
)
from search.analysis.bulgarian.stemmer import stem, without_final_vowels

# A word has at most so many suffixes that matter: рабо(т)-н-ич-еск.
PASSES = 3


def root(word):
    """The root of a Bulgarian word in small letters."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    shortened = stem(word)
    for _ in range(PASSES):
        without = without_final_vowels(_without_suffix(shortened))
        if without == shortened or shortened in RELATED:
            break
        shortened = without
    if len(shortened) > 3:
        shortened = shortened[:-1] + LAST_LETTERS_OF_ROOTS.get(shortened[-1], shortened[-1])
    return RELATED.get(shortened, shortened)


def _without_suffix(word):
    for rest in SUFFIXES.of(word):
        return word[:rest]
    for rest in SUFFIXES_AFTER_CONSONANT.of(word):
        if word[-2] not in VOWELS:
            return word[:rest]
    return word
