"""Real worker processes that can be killed: forked from one that has loaded the site, so the next is there at once.

Run as a command it reads from standard input: "kill SEED" kills a worker without warning and starts another,
"stop SEED" holds one for a moment.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

from tests.config.tracked import ROOT

OPTIONS = {"window": 8, "windows": 2, "claim_lease": 2, "lease": 3, "patience": 1, "slice": 1, "silence": 0}
SECONDS_STOPPED = 0.5


class Workers:
    """Some workers beside a test, on its database and its sink."""

    def __init__(self, *, database, port, folder, number=3, recipients, **options):
        options = json.dumps(OPTIONS | {"memory": str(folder)} | options)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.workers", str(number), str(recipients)],
            cwd=ROOT,
            env=os.environ
            | {
                "PYTHONPATH": os.pathsep.join([".", "platform"]),
                "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
                "DATABASE_URL": database,
                "SINK_PORT": str(port),
                "MAILING": options,
            },
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def tell(self, command):
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()

    def end(self):
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=10)
        self._process.stdin.close()


def main(number, recipients):
    import django

    django.setup()
    from tests.mailing.factories import people, register_audience

    register_audience(people(recipients))
    children = [_fork() for _number in range(number)]
    for line in sys.stdin:
        command, seed = line.split()
        place = random.Random(int(seed)).randrange(number)  # noqa: S311 - which one, and again the same one
        if command == "kill":
            os.kill(children[place], signal.SIGKILL)
            os.waitpid(children[place], 0)
            children[place] = _fork()
        else:
            os.kill(children[place], signal.SIGSTOP)
            time.sleep(SECONDS_STOPPED)
            os.kill(children[place], signal.SIGCONT)


def _fork():
    child = os.fork()
    if child:
        return child
    _work_for_ever()
    return 0


def _work_for_ever():
    from django.db import DatabaseError, connection

    from mailing.sweeper import sweep
    from mailing.work import work

    while True:
        try:
            sweep()
            work()
        except DatabaseError:
            # As a task that failed: the next one has a new connection.
            connection.close()
        time.sleep(0.02)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
