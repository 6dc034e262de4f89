"""From a Bulgarian word to the root that it shares with the words derived from the same one.

Coarser than a stem: обучава, обучение and обучители meet, so do иновация, иновативен and иноватор. Right often enough
to help where stems find nothing, wrong too often to stand beside them: keys of roots live in a field of little weight.
"""

from search.analysis.bulgarian.endings import IRREGULAR, RELATED, SUFFIXES
from search.analysis.bulgarian.stemmer import stem, without_final_vowels

# A word has at most two suffixes that matter: обуч-ите(л)-ск.
PASSES = 2


def root(word):
    """The root of a Bulgarian word in small letters."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    shortened = stem(word)
    for _ in range(PASSES):
        if shortened in RELATED:
            return RELATED[shortened]
        without = _without_suffix(shortened)
        if without == shortened:
            break
        shortened = without
    shortened = without_final_vowels(shortened, shortest=4)
    return RELATED.get(shortened, shortened)


def _without_suffix(word):
    for suffix, rest in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= rest:
            return word[: -len(suffix)]
    return word
