"""The site as `make up` starts it, for these tests in place of the one that the other browser tests look at."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from tests.browser.site import LiveSite, copied
from tests.config.tracked import ROOT
from tests.services import elasticsearch
from tests.services.errors import ServiceMissing
from tests.services.ports import free_port
from tests.up.inbox import letters_to

PATIENCE = 60  # seconds


@pytest.fixture(scope="session")
def live_site(tmp_path_factory):
    """The whole topology, on the database and the Elasticsearch of the test run, with the planted site in them."""
    for variable in ("DATABASE_URL", elasticsearch.URL):
        if variable not in os.environ:
            raise ServiceMissing(f"{variable} is missing: run these tests with `make test-all`.")
    run_folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run_folder = run_folder.parent
    folder = run_folder / "up"
    folder.mkdir()
    database = copied(run_folder, folder / "site", "up")
    port = free_port()
    process = _start(folder, port, database)
    try:
        _wait(process)
        yield LiveSite(f"https://localhost:{port}", folder)
    finally:
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=2 * PATIENCE)[0]
    assert process.returncode == 0, said
    assert _left_over(folder) == []


def _start(folder, port, database):
    places = ["--folder", folder, "--port", str(port), "--database", database]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.up", *places, "--elasticsearch", os.environ[elasticsearch.URL]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _wait(process):
    """Read what it says until it is ready. Its own patience has an end."""
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ready."):
            return
    raise ServiceMissing("".join(said))


def _left_over(folder):
    """The commands of processes that still run and belong to what was started there."""
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"VAR_DIR={folder}".encode() in (process / "environ").read_bytes():
                left.append((process / "cmdline").read_bytes())
        except OSError:
            continue  # it has gone, or is somebody else's
    return left


@pytest.fixture
def open_page(open_page):
    """As elsewhere; the certificate is one that nobody vouches for."""
    return partial(open_page, ignore_https_errors=True)


@pytest.fixture
def letters(live_site):
    """`letters(address)`: what has arrived for it."""
    return partial(letters_to, live_site.folder / "inbox")


@pytest.fixture
def questions(live_site):
    """`questions()`: how many Elasticsearch has answered from the site's index."""
    lines = (live_site.folder / "environment").read_text().splitlines()
    index = dict(line.split("=", 1) for line in lines)["SEARCH_ELASTICSEARCH_INDEX"]
    url = f"{os.environ[elasticsearch.URL]}/{index}/_stats/search"

    def questions():
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - the test run's own server
            return json.load(answer)["_all"]["total"]["search"]["query_total"]

    return questions


@pytest.fixture
def until():
    """`until(ask)` asks again and again, within a minute, until the answer is one; returns it."""

    def until(ask):
        deadline = time.monotonic() + PATIENCE
        while not (answer := ask()):
            assert time.monotonic() < deadline, "In vain for a minute."
            time.sleep(0.5)
        return answer

    return until
