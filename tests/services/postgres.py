"""A PostgreSQL of the tests' own: a throw-away folder, a free port, the durability of a real one."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests.services.errors import ServiceMissing
from tests.services.ports import free_port

BINARIES = "/usr/lib/postgresql/*/bin"
SECONDS_TO_START = 60


@contextmanager
def running(*, autovacuum="off"):
    """Start a server and yield the environment that leads to it; raises ServiceMissing without PostgreSQL.

    Autovacuum would note that tables are empty, between tests, and plan for that within the next one.
    """
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="club-postgres-"))
    server = None
    try:
        owner = _owner(folder)
        _run(
            [binaries / "initdb", "-D", folder / "data", "-U", "club", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            owner,
        )
        port = free_port()
        log = (folder / "log").open("wb")
        server = subprocess.Popen(
            [
                *(binaries / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder),
                *("-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60"),
                *("-c", f"autovacuum={autovacuum}"),
            ],
            stdout=log,
            stderr=log,
            cwd="/",
            **owner,
        )
        _wait(binaries, port, server, folder / "log")
        _run([binaries / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "club", "club"], owner)
        yield {"DATABASE_URL": f"postgres://club@127.0.0.1:{port}/club"}
    finally:
        if server:
            server.terminate()
            server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


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


def _wait(binaries, port, server, log):
    deadline = time.monotonic() + SECONDS_TO_START
    ready = [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise ServiceMissing(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.1)
