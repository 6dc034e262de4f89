"""Run a command beside real services: `python -m tests.services postgres -- pytest`."""

import os
import subprocess
import sys
from contextlib import ExitStack
from functools import partial

from tests.services import elasticsearch, postgres
from tests.services.errors import ServiceMissing

SERVICES = {
    "elasticsearch": elasticsearch.running,
    "postgres": postgres.running,
    # For runs that go on for many minutes, as a real one.
    "postgres-vacuuming": partial(postgres.running, autovacuum="on"),
}


def main(arguments):
    """Start the services named before `--`, run what follows with their addresses, stop them, return its exit code."""
    end = arguments.index("--")
    names, command = arguments[:end], arguments[end + 1 :]
    with ExitStack() as stack:
        environment = dict(os.environ)
        for name in names:
            environment |= stack.enter_context(SERVICES[name]())
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ServiceMissing as missing:
        sys.exit(str(missing))
