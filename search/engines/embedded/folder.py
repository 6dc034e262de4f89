"""Where an index lies: one folder with its generations, of which one answers."""

import fcntl
import os
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path

from search.engines.embedded.schema import SCHEMA_VERSION

CURRENT = "current"
_PREFIX = f"{SCHEMA_VERSION}-"


class IndexFolder:
    """A folder in which each generation of an index has one of its own. `current` is a link to the one that answers.

    Generations whose fields are others than today's don't count, as if they weren't there.
    """

    def __init__(self, path):
        self.path = Path(path)

    @property
    def current(self):
        """The generation that answers, or None."""
        link = self.path / CURRENT
        try:
            # A copy of the folder that followed links has no link there.
            name = os.readlink(link) if link.is_symlink() else ""
        except FileNotFoundError:
            return None
        return self.path / name if name.startswith(_PREFIX) else None

    def generations(self):
        """Those that are there, oldest first."""
        if not self.path.exists():
            return []
        found = [entry for entry in self._folders() if entry.name.startswith(_PREFIX)]
        return sorted(found, key=lambda entry: (entry.stat().st_mtime_ns, entry.name))

    def new_generation(self):
        """An empty folder beside the others; it doesn't answer yet."""
        made = self.path / f"{_PREFIX}{secrets.token_hex(6)}"
        made.mkdir(parents=True)
        return made

    def put_in_place(self, generation):
        """Let `generation` answer from now on, in every process, and remove the others."""
        link = self.path / f"{CURRENT}.{secrets.token_hex(4)}"
        link.symlink_to(generation.name)
        current = self.path / CURRENT
        if current.is_dir() and not current.is_symlink():
            shutil.rmtree(current)
        link.replace(current)
        for other in self._folders():
            if other.name != generation.name:
                # Whoever still answers from it holds its files open.
                shutil.rmtree(other, ignore_errors=True)

    def _folders(self):
        return [entry for entry in self.path.iterdir() if entry.is_dir() and not entry.is_symlink()]

    @contextmanager
    def lock(self, name, wait=True):
        """Be the only process (and thread) that holds the lock `name`; the system frees it when a process dies.

        Yields False where another one has it and `wait` is False.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / f"{name}.lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True
