"""What is measured: nDCG@10 (Järvelin, Kekäläinen 2002; gain 2^grade - 1), recall@20, percentiles."""

import math

FIRST, SEEN = 10, 20


def ndcg(hits, grades):
    """How near the first ten ids come to the best order there could be: 0 to 1."""
    best = _gained(sorted(grades.values(), reverse=True)[:FIRST])
    return _gained(grades.get(one, 0) for one in hits[:FIRST]) / best


def recall(hits, grades):
    """The share of the graded ids among the first twenty."""
    return len(grades.keys() & set(hits[:SEEN])) / min(len(grades), SEEN)


def percentile(values, share):
    """The value that so large a share of the values isn't above (nearest rank)."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def _gained(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
