"""From any form of a Bulgarian word to the stem that its forms share.

A stem is a key, not a word: "иновацията" and "иновации" have the same, whatever it looks like. The rules take off what
inflection puts on (article, number, gender, person, tense) and undo the exchanges of sounds that come with it (град,
градът; ученик, ученици; център, центрове; бял, бели). They know no dictionary, so they work for next year's words.
"""

from search.analysis.bulgarian.endings import (
    AFTER_CONSONANT,
    AFTER_V_OR_IR,
    AFTER_VOWELS,
    ARTICLES,
    IRREGULAR,
    LAST_LETTERS,
    VERBS,
    VOWELS,
)


def stem(word):
    """The stem of a Bulgarian word in small letters."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3:
        return _one_vowel(word)
    word = without_plural(without_verb_ending(without_article(word)))
    return normalised(without_final_vowels(word))


def without_article(word):
    """програмата -> програма, градът -> град, новите -> нови."""
    return word[:-2] if any(ARTICLES.of(word)) else word


def without_verb_ending(word):
    """създаващи -> създав, работихме -> работ, наемане -> наем; other words stay as they are."""
    for rest in AFTER_V_OR_IR.of(word):
        if word.endswith(("в", "ир"), 0, rest):
            return word[:rest]
    for rest in VERBS.of(word):
        return word[:rest]
    for rest in AFTER_CONSONANT.of(word):
        if word[rest - 1] not in VOWELS:
            return word[:rest]
    return word


def without_plural(word):
    """градове -> град, момчета -> момче."""
    if len(word) >= 6 and word.endswith("ове"):
        return word[:-3]
    if len(word) >= 7 and word.endswith("чета"):
        return word[:-3]
    if len(word) >= 7 and word.endswith(("иета", "юта")):
        return word[:-2]
    return word


def without_final_vowels(word, shortest=3):
    """социална, социално, социални -> социалн; at least `shortest` letters stay."""
    while len(word) > shortest and word[-1] in "аеиоуюяйѝ":
        word = word[:-1]
    return word


def normalised(word):
    """The same stem whatever its last sounds became before an ending: -ък/-к, -ен/-н, я/е, к/ц, г/з, х/с, -анин/-ан."""
    word = _without_late_ending(word)
    word = _without_fleeting_vowel(word)
    word = _one_vowel(word)
    if len(word) >= 4:
        word = word[:-1] + LAST_LETTERS.get(word[-1], word[-1])
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _one_vowel(word):
    return word[:1] + word[1:].replace("ья", "е").replace("я", "е").replace("ьо", "о")


def _without_late_ending(word):
    if len(word) >= 7 and word.endswith(("арин", "анин", "янин")):
        return word[:-2]
    for rest in AFTER_VOWELS.of(word):
        return without_final_vowels(word[:rest])
    return word


def _without_fleeting_vowel(word):
    if len(word) >= 5 and word[-2] == "ъ" and word[-3] not in VOWELS and word[-1] not in VOWELS:
        return word[:-2] + word[-1]
    if len(word) >= 4 and word[-2] == "е" and word[-1] in "нцк":
        return word[:-2] + word[-1]
    if len(word) >= 5 and word.endswith("йн"):
        return word[:-2] + "н"
    return word
