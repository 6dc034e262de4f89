"""Questions to the translation board."""

from dataclasses import dataclass

from core.board.registry import State, sources

URGENCY = list(State)


@dataclass(frozen=True)
class Choice:
    """What of the board is looked at; empty means everything."""

    language: str = ""
    state: str = ""
    kind: str = ""
    text: str = ""

    def __bool__(self):
        return any((self.language, self.state, self.kind, self.text))


def all_rows(user):
    """What `user` may see of all sources: the most urgent first, of those the ones that changed last."""
    return sorted((row for source in sources() for row in source.rows(user)), key=_order)


def chosen(rows, choice):
    """Those of `rows` that a `Choice` means, in the order of urgency in its language."""
    found = [row for row in rows if _is_chosen(row, choice)]
    return sorted(found, key=lambda row: _order(row, choice.language)) if choice.language else found


def kinds(rows):
    """The kinds of things that `rows` are of, in the alphabet's order."""
    return sorted({row.kind for row in rows})


def count(rows):
    """{state: how many translations are in it}, in the order of urgency and without originals."""
    states = [cell.state for row in rows for cell in row.cells.values()]
    return {state: states.count(state) for state in URGENCY if state != State.ORIGINAL}


def _is_chosen(row, choice):
    cells = [row.cells[choice.language]] if choice.language in row.cells else row.cells.values()
    return (
        (not choice.kind or row.kind == choice.kind)
        and choice.text.casefold() in row.title.casefold()
        and (not choice.state or any(cell.state == choice.state for cell in cells))
    )


def _order(row, language=""):
    cells = [row.cells[language]] if language in row.cells else row.cells.values()
    urgency = min((URGENCY.index(cell.state) for cell in cells), default=len(URGENCY))
    return urgency, -row.changed_at.timestamp() if row.changed_at else 0, row.title
