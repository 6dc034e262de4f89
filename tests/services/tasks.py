"""Tasks for real workers. What they did is in files, so that a test sees it from outside."""

import time
from pathlib import Path

from django_tasks import task

SECONDS_TO_BE_RELEASED = 60


@task()
def note(path, text):
    with Path(path).open("a") as file:
        file.write(f"{text}\n")


@task()
def hold(path):
    """Say that it has begun, then go on until the test makes the file `<path>.release`."""
    note.func(path, "begun")
    deadline = time.monotonic() + SECONDS_TO_BE_RELEASED
    while not Path(f"{path}.release").exists():
        if time.monotonic() > deadline:
            raise TimeoutError("Nobody released this job.")
        time.sleep(0.05)
    note.func(path, "done")


@task()
def fail():
    raise RuntimeError("This never works.")
