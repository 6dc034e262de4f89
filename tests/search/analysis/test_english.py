from concurrent.futures import ThreadPoolExecutor

import pytest

from search.analysis.english import root, stem


@pytest.mark.parametrize(
    "words",
    [
        "organisation organizations organised",
        "labour labor",
        "centre centers",
        "programme programs",
        "child children",
        "teaches taught teaching",
        "volunteer volunteers volunteering",
    ],
)
def test_forms_and_spellings_of_a_word_meet(words):
    assert len({stem(word) for word in words.split()} - {stem(words.split()[0])}) == 0


@pytest.mark.parametrize("words", ["investor investment invest", "loneliness lonely", "recovering recovery"])
def test_derived_words_have_one_root(words):
    assert len(set(map(root, words.split()))) == 1


def test_threads_stem_at_once():
    words = ["organisations", "volunteering", "children", "accessibility"] * 500

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem, words)) == [stem(word) for word in words]
