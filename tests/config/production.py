"""The site's commands as production runs them, in a process of their own."""

import os
import subprocess
import sys

from tests.config.tracked import ROOT

ENVIRONMENT = {
    "SECRET_KEY": "a-key-for-tests-that-is-long-and-varied-enough-0123456789",
    "ALLOWED_HOSTS": "club.example.org",
    "SITE_URL": "https://club.example.org",
    "DATABASE_URL": "postgres://club@127.0.0.1:1/club",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "submission://club:secret@mail.example.org",
    "DEFAULT_FROM_EMAIL": "club@example.org",
}


def environment(**variables):
    """The environment of a production process, and nothing that this one happens to have; None leaves one out."""
    needed = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": "platform",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
    }
    asked = ENVIRONMENT | variables
    return needed | {name: value for name, value in asked.items() if value is not None}


def run(*command, **variables):
    """Run Python with `command` at the root; returns the finished process with its output as text."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
