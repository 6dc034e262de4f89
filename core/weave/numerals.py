"""Numbers in cross-stitch, for pages that say that something went wrong."""

_DIGITS = {
    "0": (".bbb.", "b...b", "b...b", "b...b", "b...b", "b...b", ".bbb."),
    "1": ("..b..", ".bb..", "..b..", "..b..", "..b..", "..b..", ".bbb."),
    "2": (".bbb.", "b...b", "....b", "..bb.", ".b...", "b....", "bbbbb"),
    "3": ("bbbb.", "....b", "....b", "..bb.", "....b", "....b", "bbbb."),
    "4": ("b...b", "b...b", "b...b", "bbbbb", "....b", "....b", "....b"),
    "5": ("bbbbb", "b....", "b....", "bbbb.", "....b", "....b", "bbbb."),
    "6": (".bbb.", "b....", "b....", "bbbb.", "b...b", "b...b", ".bbb."),
    "7": ("bbbbb", "....b", "....b", "...b.", "..b..", "..b..", "..b.."),
    "8": (".bbb.", "b...b", "b...b", ".bbb.", "b...b", "b...b", ".bbb."),
    "9": (".bbb.", "b...b", "b...b", ".bbbb", "....b", "....b", ".bbb."),
}
_HEART = ("..aa..", ".aaaa.", ".aaaa.", "..aa..")
_BETWEEN, _ASIDE = "..", "..r."
# The row from which one stitch dropped, and the row where it lies.
_DROPPED, _FALLEN = 7, 12


def numerals(digits):
    """The grid of a number, two stitches thick. A nought has a heart; one stitch has dropped and lies aside."""
    stitched = [_with_heart(_doubled(_DIGITS[digit])) if digit == "0" else _doubled(_DIGITS[digit]) for digit in digits]
    stitched[-1] = _with_gap(stitched[-1])
    rows = [_BETWEEN.join(parts) for parts in zip(*stitched, strict=True)]
    bare = "." * len(_ASIDE)
    return tuple(row + (_ASIDE if number == _FALLEN else bare) for number, row in enumerate(rows))


def _doubled(digit):
    rows = ["".join(2 * letter for letter in row) for row in digit]
    return [row for row in rows for _twice in range(2)]


def _with_heart(rows):
    top = (len(rows) - len(_HEART)) // 2
    return [
        row[:2] + _HEART[number - top] + row[-2:] if 0 <= number - top < len(_HEART) else row
        for number, row in enumerate(rows)
    ]


def _with_gap(rows):
    row = rows[_DROPPED]
    stitches = [x for x, letter in enumerate(row) if letter == "b"]
    at = stitches[len(stitches) // 2]
    return [*rows[:_DROPPED], f"{row[:at]}n{row[at + 1 :]}", *rows[_DROPPED + 1 :]]
