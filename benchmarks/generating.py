"""Texts and queries like those of a site: its words as often as they really are, and a long tail of rare ones.

The same number gives the same text. Words are those of the evaluation's documents; the tail is made of their halves.
"""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from search.analysis.scripts import is_cyrillic
from search.analysis.stopwords import is_stop_word

DOCUMENTS = Path(__file__).parents[1] / "tests" / "search" / "evaluation" / "documents.json"
# So many rare words in each language, and how much of a text they are: 100,000 documents have about as many words.
TAIL = {"bg": 75_000, "en": 25_000}
RARE = 0.08
# How many words of a title, a lead and a text: the evaluation's documents have as many.
LENGTHS = {"title": (4, 10), "lead": (10, 18), "text": (25, 55)}
SENTENCE = 12


@dataclass(frozen=True)
class Text:
    title: str
    lead: str
    text: str


class Language:
    """The words of a language, `common` ones first by how often they are, and `rare` ones."""

    def __init__(self, code):
        self.code = code
        counts = Counter(word for word in _words() if is_cyrillic(word) is (code == "bg"))
        self.common = [word for word, _count in counts.most_common()]
        self.telling = [word for word in self.common if len(word) > 3 and not is_stop_word(word, code)]
        self.rare = _blended(self.telling, TAIL[code])
        self._weights = list(accumulate(counts[word] for word in self.common))
        self._rare_weights = list(accumulate(place**-0.7 for place in range(1, len(self.rare) + 1)))

    def text(self, number):
        dice = random.Random(f"{self.code}{number}")  # noqa: S311 (nothing secret)
        return Text(**{part: self._sentences(dice, dice.randint(*length)) for part, length in LENGTHS.items()})

    def _sentences(self, dice, length):
        words = dice.choices(self.common, cum_weights=self._weights, k=length)
        rare = sum(dice.random() < RARE for _word in range(length))
        words[:rare] = dice.choices(self.rare, cum_weights=self._rare_weights, k=rare)
        dice.shuffle(words)
        return " ".join(
            " ".join(words[start : start + SENTENCE]).capitalize() + "." for start in range(0, length, SENTENCE)
        )


def queries(languages):
    """{kind: [(text, facets)]}: fifty that readers might ask, of every kind."""
    dice = random.Random("queries")  # noqa: S311 (nothing secret)
    bulgarian, english = languages["bg"], languages["en"]
    common = [*bulgarian.telling[:6], *english.telling[:4]]
    rare = [*bulgarian.rare[500:3500:500], *english.rare[500:2500:500]]
    middle = [*bulgarian.telling[50:170:10], *english.telling[50:130:10]]
    filters = [{"theme": ("climate",)}, {"kind": ("post",)}, {"language": ("en",)}, {"year": ("2025", "2024")}]
    both = [{"theme": ("climate", "poverty"), "year": ("2025",)}, {"region": ("plovdiv",)}]
    return {
        "common": [(word, {}) for word in common],
        "rare": [(word, {}) for word in rare],
        "two words": [(f"{one} {other}", {}) for one, other in zip(middle[::2], common, strict=False)],
        "filters": [("", chosen) for chosen in (*filters, *both, {"kind": ("profile",)}, {"theme": ("education",)})],
        "mistakes": [(mistaken(word, dice), {}) for word in (*middle, *rare) if len(word) > 5][:12],
    }


def mistaken(word, dice):
    """The word with two of its letters the other way round."""
    at = dice.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _words():
    for document in json.loads(DOCUMENTS.read_text(encoding="utf-8")):
        yield from re.findall(r"[^\W\d_]+", f"{document['title']} {document['text']}".lower())


def _blended(words, number):
    """Words that don't exist and could: the beginning of one and the end of another."""
    dice = random.Random(number)  # noqa: S311 (nothing secret)
    known, made = set(words), {}
    while len(made) < number:
        one, other = dice.choice(words), dice.choice(words)
        blend = one[: (len(one) + 1) // 2] + other[len(other) // 2 :]
        if blend not in known:
            made[blend] = None
    return list(made)
