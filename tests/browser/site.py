"""The real site in processes of its own: planted once a run, then served to each test worker from its own copy."""

import fcntl
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.config.production import environment
from tests.config.tracked import ROOT
from tests.services.ports import free_port

SECONDS_TO_START = 60


@dataclass(frozen=True)
class LiveSite:
    """A running site: its address, and the folder in which it keeps what it writes."""

    url: str
    folder: Path

    def address(self, path):
        return f"{self.url}{path}"


@contextmanager
def served(run_folder, worker):
    """Serve a copy of the planted site for `worker` and yield it as a LiveSite."""
    folder = run_folder / f"site-{worker}"
    database = copied(run_folder, folder, worker)
    port = free_port()
    log = (folder / "log").open("wb")
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    process = subprocess.Popen(gunicorn, cwd=ROOT, env=_environment(folder, database), stdout=log, stderr=log)
    try:
        url = f"http://localhost:{port}"
        _wait(f"http://127.0.0.1:{port}/robots.txt", process, folder / "log")
        yield LiveSite(url, folder)
    finally:
        process.terminate()
        process.wait(timeout=60)
        log.close()


def copied(run_folder, folder, name):
    """Copy what the planted site has written into `folder`, and its database under the name: returns its address."""
    _plant_once(run_folder)
    seed = run_folder / "seed"
    # The search's index is found by a link, which has to stay one.
    shutil.copytree(seed, folder, symlinks=True, ignore=shutil.ignore_patterns("static"))
    (folder / "static").symlink_to(seed / "static")
    return _copied_database(folder, name)


def _plant_once(run_folder):
    """Plant the site in the first worker that comes here; the others wait for it."""
    seed, done = run_folder / "seed", run_folder / "planted"
    with (run_folder / "planting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return
        shutil.rmtree(seed, ignore_errors=True)
        seed.mkdir()
        plant = [sys.executable, "-m", "tests.browser.plant"]
        finished = subprocess.run(
            plant,
            cwd=ROOT,
            env=_environment(seed, _seed_database(seed)),
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise RuntimeError(f"The site could not be planted:\n{finished.stdout}{finished.stderr}")
        done.touch()


def _seed_database(seed):
    if server := os.environ.get("DATABASE_URL"):
        _recreate(server, "browser_seed", "template0")
        return _named(server, "browser_seed")
    return f"sqlite:///{seed / 'db.sqlite3'}"


def _copied_database(folder, worker):
    if server := os.environ.get("DATABASE_URL"):
        _recreate(server, f"browser_{worker}", "browser_seed")
        return _named(server, f"browser_{worker}")
    return f"sqlite:///{folder / 'db.sqlite3'}"


def _named(server, name):
    return f"{server.rpartition('/')[0]}/{name}"


def _recreate(server, name, template):
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _environment(folder, database):
    return environment(
        DJANGO_SETTINGS_MODULE="tests.browser.settings",
        PYTHONPATH=os.pathsep.join([".", "platform"]),
        ALLOWED_HOSTS="localhost,127.0.0.1",
        BROWSER_DATABASE_URL=database,
        VAR_DIR=str(folder),
        SECURE_SSL_REDIRECT="false",
        SERVE_MEDIA="true",
    )


def _wait(url, process, log):
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, OSError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The site did not start:\n{log.read_text()}") from None
            time.sleep(0.2)
