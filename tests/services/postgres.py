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

import psycopg

from tests.services.errors import ServiceMissing
from tests.services.ports import free_port
from tests.services.program import Program

BINARIES = "/usr/lib/postgresql/*/bin"
SECONDS_TO_START = 60
# The site's name for itself there, and its database's.
CLUB = "club"


class Server:
    """A PostgreSQL with an empty database, which a test may break off and start again."""

    def __init__(self, folder, *options):
        self._folder, self._port, self._process = folder, free_port(), None
        self._program = prepared(folder, self._port, *options)

    @property
    def url(self):
        return f"postgres://{CLUB}@127.0.0.1:{self._port}/{CLUB}"

    def start(self):
        with (self._folder / "log").open("ab") as log:
            self._process = self._program.start(log)
        deadline = time.monotonic() + SECONDS_TO_START
        while not answers(self._port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise ServiceMissing(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")
            time.sleep(0.05)
        create_database(self._port)

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
        return _run([_binaries() / program, *arguments], self._program.owner)


@contextmanager
def server(*, autovacuum="off"):
    """Start a server of its own; raises ServiceMissing without PostgreSQL.

    Autovacuum would note that tables are empty, between tests, and plan for that within the next one.
    """
    folder = Path(tempfile.mkdtemp(prefix="club-postgres-"))
    try:
        with closing(Server(folder, f"autovacuum={autovacuum}")) as made:
            made.start()
            yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(**options):
    """Start a server and yield the environment that leads to it; raises ServiceMissing without PostgreSQL."""
    with server(**options) as made:
        yield {"DATABASE_URL": made.url}


def prepared(folder, port, *options):
    """The server as a Program, with its data in the folder; whatever is there already stays."""
    owner = _owner(folder)
    if not (folder / "data" / "PG_VERSION").exists():
        encoding = ("-E", "UTF8", "--locale=C.UTF-8")
        _run([_binaries() / "initdb", "-D", folder / "data", "-U", CLUB, "-A", "trust", *encoding], owner)
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
    return done.stdout
