"""What readers do is counted in memory and written down by a thread."""

from collections import Counter

import pytest
from django.db import DatabaseError

from core import counting
from core.counting import Counting, Notebook, write_down_all


@pytest.fixture
def written(monkeypatch):
    """What was written down of two notebooks; the first one can't."""
    written = []
    monkeypatch.setattr(
        counting, "_notebooks", {"broken": Notebook(_full, most=5), "whole": Notebook(written.append, most=5)}
    )
    for notebook in counting._notebooks.values():
        notebook.note("bread", asked=1)
        notebook.note("bread", asked=1)
    return written


def test_the_thread_writes_down_what_is_noted_when_the_process_ends(written):
    thread = Counting()
    thread.start()
    thread.stop()
    assert written == [{"bread": Counter(asked=2)}]


def test_what_one_notebook_cannot_write_keeps_no_other_from_it_and_stays_noted(written, monkeypatch):
    write_down_all()
    assert written == [{"bread": Counter(asked=2)}]
    later = []
    monkeypatch.setattr(counting._notebooks["broken"], "_record", later.append)
    write_down_all()
    assert later == written


def _full(_noted):
    raise DatabaseError("The disk is full.")
