"""Who runs the jobs that the database has recorded."""

from abc import ABC, abstractmethod
from functools import cache

from django.utils.module_loading import import_string

from core.jobs.options import read_options


class Runner(ABC):
    """Takes jobs that are committed. It may lose them: what was not done is handed out again by the sweep."""

    @abstractmethod
    def hand_out(self, jobs):
        """Let `jobs` be run soon, elsewhere. Returns those that were passed on; raises nothing and does not wait."""

    @abstractmethod
    def wake(self, name, *, queue, times):
        """Let up to `times` workers call what `core.jobs.wakes` knows as `name`. It neither raises nor waits."""


def get_runner():
    """The runner that the settings name, the same one throughout the process."""
    return _build(read_options().runner)


@cache
def _build(path):
    return import_string(path)()
