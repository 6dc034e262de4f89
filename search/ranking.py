"""The last word on the order of what an engine found: score × language × recency, pure.

That a document is filed under the topic looked for is in its score already: labels weigh more than text there.
"""

import math
from dataclasses import dataclass

# A text in the reader's own language; reading another costs effort.
OWN_LANGUAGE = 2.0
# What is new counts so much more on its first day, and half of that after `HALF_LIFE` days.
RECENT = 0.1
HALF_LIFE = 180


@dataclass(frozen=True)
class Facts:
    """What the order depends on besides the score: the language of the text and the ordinal of its day."""

    language: str
    dated: int | None = None


def ranked(hits, facts, *, language, today):
    """The pairs of id and score with their final scores, best first.

    `facts` has the `Facts` of every id (a hit without any is gone, and is left out); `today` is an ordinal.
    """
    scored = [(one, score * factor(facts[one], language, today)) for one, score in hits if one in facts]
    return sorted(scored, key=lambda hit: (-hit[1], hit[0]))


def factor(of, language, today):
    """What the score of a hit is multiplied with for a reader of the language."""
    return language_factor(of, language) * recency_factor(of, today)


def language_factor(of, language):
    return OWN_LANGUAGE if of.language == language else 1.0


def recency_factor(of, today):
    if of.dated is None:
        return 1.0
    return 1.0 + RECENT * math.pow(0.5, max(today - of.dated, 0) / HALF_LIFE)
