"""Lines with fewer points, after Douglas and Peucker (1973)."""

from math import hypot


def simplify(points, tolerances):
    """The numbers of those `points` that a line needs to stay within the tolerance of every point that it loses.

    `tolerances` has one for each point, in the unit of the points. The ends stay.
    """
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        worst = max(
            range(first + 1, last), key=lambda at: _distance(points[at], points[first], points[last]) / tolerances[at]
        )
        if _distance(points[worst], points[first], points[last]) > tolerances[worst]:
            kept.add(worst)
            spans += [(first, worst), (worst, last)]
    return sorted(kept)


def _distance(point, start, end):
    """How far `point` is from the stretch between `start` and `end`."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    run, rise = x2 - x1, y2 - y1
    length = run * run + rise * rise
    along = max(0, min(1, ((x - x1) * run + (y - y1) * rise) / length)) if length else 0
    return hypot(x - x1 - along * run, y - y1 - along * rise)
