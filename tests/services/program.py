"""A process as it is started: the same for tests that want one server and for whoever starts them all."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.config.tracked import ROOT


@dataclass(frozen=True)
class Program:
    """A command with its environment (None: this process's own), its folder, and as whom it runs (for Popen)."""

    command: list
    environment: dict | None = None
    folder: Path = ROOT
    owner: dict = field(default_factory=dict)

    def start(self, log):
        """Start it in a process group of its own, which Control-C in the terminal doesn't reach."""
        return subprocess.Popen(
            self.command,
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **self.owner,
        )
