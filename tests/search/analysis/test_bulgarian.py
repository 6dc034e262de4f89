from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from search.analysis.bulgarian import root, stem

PARADIGMS = Path(__file__).with_name("paradigms")


def paradigms(kind):
    lines = (PARADIGMS / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(dict.fromkeys(line.split())) for line in lines if line and not line.startswith("#")]


def recall(lines, key=stem):
    """The share of pairs of words on a line that meet."""
    met = wanted = 0
    for forms in lines:
        stems = Counter(map(key, forms))
        met += sum(count * (count - 1) // 2 for count in stems.values())
        wanted += len(forms) * (len(forms) - 1) // 2
    return met / wanted


@pytest.mark.parametrize(("kind", "least"), [("nouns", 0.99), ("adjectives", 0.99), ("verbs", 0.96)])
def test_forms_of_a_word_meet(kind, least):
    assert recall(paradigms(kind)) >= least


def test_forms_of_different_nouns_and_adjectives_stay_apart():
    words = [(number, stem(form)) for number, forms in enumerate(paradigms("nouns")) for form in forms]
    met = [one[0] == other[0] for one, other in combinations(words, 2) if one[1] == other[1]]

    assert sum(met) / len(met) >= 0.99


@pytest.mark.parametrize(
    "forms",
    [
        "иновация иновации иновацията иновациите",
        "ученик ученици учениците ученикът",
        "център центрове центъра центровете",
        "бял бяла бели белите белият",
        "град градът градове градовете",
        "бежанец бежанци бежанците бежанеца",
        "пчелар пчелари пчеларят пчеларя",
    ],
)
def test_exchanges_of_sounds_are_undone(forms):
    assert len(set(map(stem, forms.split()))) == 1


def test_derived_words_have_one_root():
    families = [tuple(word.lower() for word in family) for family in paradigms("families")]

    assert recall(families, root) >= 0.93


def test_a_garden_is_no_city():
    assert root("градина") != root("град")
    assert root("община") != root("обща")


@pytest.mark.parametrize("word", ["", "и", "еее", "ят", "щщщщ", "ъъъъъъ", "й" * 40])
def test_any_letters_have_a_stem(word):
    assert isinstance(stem(word), str)
    assert isinstance(root(word), str)
