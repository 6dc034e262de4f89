"""The report of a run as JSON, row by row, written without holding it in memory."""

import json

from directory.importing.reasons import say
from directory.models import ImportRow

_ROWS = 500


def report_parts(run):
    """The report as pieces of JSON text, in the active language."""
    head = {
        "source": run.source,
        "started": run.started_at and run.started_at.isoformat(),
        "finished": run.finished_at and run.finished_at.isoformat(),
        "dry_run": run.dry,
        "state": run.state,
        "counts": run.counts,
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "rows": ['
    comma = ""
    for row in walk(run):
        yield comma + "\n  " + json.dumps(_row(row), ensure_ascii=False)
        comma = ","
    yield "\n ]\n}\n"


def walk(run):
    """The rows of a run in their order."""
    last = 0
    while batch := list(run.rows.filter(pk__gt=last).order_by("pk")[:_ROWS]):
        yield from batch
        last = batch[-1].pk


def problem_as_said(problem):
    """A stored problem in the active language: {field, value, reason, code}."""
    return {
        "field": problem["field"],
        "value": problem["value"],
        "reason": say(problem["code"], problem["params"]),
        "code": problem["code"],
    }


def _row(row):
    said = {
        "line": row.line,
        "source_id": row.source_id,
        "name": row.name,
        "outcome": row.outcome,
        "profile": row.profile_id,
        "problems": [problem_as_said(problem) for problem in row.problems],
    }
    return said | ({"undone": row.undone} if row.undone else {})


def outcome_lines(run):
    """(label, number) of each outcome, for people."""
    return [(outcome.label, getattr(run, outcome.value)) for outcome in ImportRow.Outcome]
