"""A PostgreSQL of the tests' own: a throw-away folder, a free port, the durability of a real one."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

from tests.services.errors import ServiceMissing
from tests.services.ports import free_port

BINARIES = "/usr/lib/postgresql/*/bin"
SECONDS_TO_START = 60


class Server:
    """A PostgreSQL that a test may break off and start again."""

    def __init__(self, folder, autovacuum):
        self._folder, self._autovacuum = folder, autovacuum
        self._binaries, self._owner = _binaries(), _owner(folder)
        self._port = free_port()
        self._process = None

    @property
    def url(self):
        return f"postgres://club@127.0.0.1:{self._port}/club"

    @property
    def address(self):
        """What libpq's programs have to be told."""
        return ("-h", "127.0.0.1", "-p", str(self._port), "-U", "club")

    def create(self):
        """Make its files, start it, and make an empty database."""
        options = ("-U", "club", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.run("initdb", "-D", self._folder / "data", *options)
        self.start()
        self.run("createdb", *self.address, "club")

    def start(self):
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(self._binaries / "postgres", "-D", self._folder / "data", "-p", str(self._port)),
                    *("-k", self._folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60"),
                    *("-c", f"autovacuum={self._autovacuum}"),
                ],
                stdout=log,
                stderr=log,
                cwd="/",
                **self._owner,
            )
        self._wait()

    def restart_immediately(self):
        """As `pg_ctl restart -m immediate`: everybody is cut off, and it recovers from its log."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(timeout=60)
        self.start()

    def close(self):
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=60)

    def run(self, program, *arguments):
        """Run one of PostgreSQL's own programs to its end; returns what it printed."""
        command = [self._binaries / program, *arguments]
        done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **self._owner)
        if done.returncode:
            raise ServiceMissing(f"{program} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def _wait(self):
        deadline = time.monotonic() + SECONDS_TO_START
        ready = [self._binaries / "pg_isready", "-q", *self.address]
        while subprocess.run(ready, check=False).returncode:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise ServiceMissing(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")
            time.sleep(0.05)


@contextmanager
def server(*, autovacuum="off"):
    """A running Server with an empty database; raises ServiceMissing without PostgreSQL.

    Autovacuum would note that tables are empty, between tests, and plan for that within the next one.
    """
    folder = Path(tempfile.mkdtemp(prefix="club-postgres-"))
    try:
        with closing(Server(folder, autovacuum)) as started:
            started.create()
            yield started
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(**options):
    """Start a server and yield the environment that leads to it; raises ServiceMissing without PostgreSQL."""
    with server(**options) as started:
        yield {"DATABASE_URL": started.url}


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
