"""A PostgreSQL of the tests' own: a throw-away folder, a free port, the durability of a real one."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.services.errors import ServiceMissing
from tests.services.ports import free_port
from tests.services.program import Program

BINARIES = "/usr/lib/postgresql/*/bin"
SECONDS_TO_START = 60


# The site's name for itself there, and its database's.
CLUB = "club"


@contextmanager
def running(*, autovacuum="off"):
    """Start a server and yield the environment that leads to it; raises ServiceMissing without PostgreSQL.

    Autovacuum would note that tables are empty, between tests, and plan for that within the next one.
    """
    folder = Path(tempfile.mkdtemp(prefix="club-postgres-"))
    server = None
    try:
        port = free_port()
        program = prepared(folder, port, f"autovacuum={autovacuum}")
        with (folder / "log").open("wb") as log:
            server = program.start(log)
        _wait(port, server, folder / "log")
        create_database(port)
        yield {"DATABASE_URL": f"postgres://{CLUB}@127.0.0.1:{port}/{CLUB}"}
    finally:
        if server:
            server.terminate()
            server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def prepared(folder, port, *options):
    """The server as a Program, with its data in the folder; whatever is there already stays."""
    owner = _owner(folder)
    if not (folder / "data" / "PG_VERSION").exists():
        _run(
            [
                *(_binaries() / "initdb", "-D", folder / "data", "-U", CLUB),
                *("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"),
            ],
            owner,
        )
    options = ("listen_addresses=127.0.0.1", "max_connections=60", *options)
    options = [part for option in options for part in ("-c", option)]
    command = [_binaries() / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder, *options]
    return Program(command, folder=Path("/"), owner=owner)


def answers(port):
    """Whether the server takes connections."""
    ready = [_binaries() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    return subprocess.run(ready, check=False).returncode == 0


def create_database(port):
    """Make the site's database, unless it is there."""
    with psycopg.connect(f"postgres://{CLUB}@127.0.0.1:{port}/postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [CLUB]).fetchone():
            connection.execute(f'CREATE DATABASE "{CLUB}"')


def _binaries():
    """The folder with the newest version's programs, where Debian and its descendants keep them, or on the PATH."""
    found = sorted(Path("/").glob(BINARIES.lstrip("/")), key=lambda folder: int(folder.parent.name.split(".")[0]))
    if found:
        return found[-1]
    initdb = shutil.which("initdb")
    if initdb:
        return Path(initdb).resolve().parent
    raise ServiceMissing("PostgreSQL is missing: apt-get install postgresql")


def _owner(folder):
    """How to start the server's programs: PostgreSQL refuses to run as root, so root lends them to `postgres`."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _run(command, owner):
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **owner)
    if done.returncode:
        raise ServiceMissing(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _wait(port, server, log):
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise ServiceMissing(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.1)
