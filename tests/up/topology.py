"""In which order what docker-compose.yml names is started, and when each is ready."""

import secrets
import socket
import sys
from dataclasses import dataclass

from tests.services import elasticsearch, postgres, redis
from tests.services.ports import free_port
from tests.services.program import Program
from tests.up import compose, site

SECONDS = 120


@dataclass(frozen=True)
class Lent:
    """Addresses of servers that run already and serve here, too: tests have some."""

    database: str = ""
    elasticsearch: str = ""


def bring_up(supervisor, folder, port, *, tell, lent):
    """Start everything with its data in the folder and the site at the port; returns the environment of the site.

    Raises Ended when something doesn't start.
    """
    tell("PostgreSQL, Redis, Elasticsearch and an inbox …")
    site.make_certificate(folder)
    ports = {name: free_port() for name in (*compose.SERVERS, "inbox")}
    environment = compose.environment(
        addresses={name: f"127.0.0.1:{ports[name]}" for name in compose.SERVERS},
        given=site.given(folder, port, ports["inbox"]),
    )
    _start_servers(supervisor, folder, ports, lent)
    environment |= _addresses_of(lent)
    tell("The database and the demonstration …")
    supervisor.run("migrate", site.program("migrate", environment))
    supervisor.until(lambda: elasticsearch.answers(environment["SEARCH_ELASTICSEARCH_URL"]), "elasticsearch", SECONDS)
    supervisor.run("plant", site.planting(environment))
    tell("The site, its workers and beat …")
    for name in site.PROCESSES:
        supervisor.start(name, site.program(name, environment))
    supervisor.until(lambda: site.answers(port, folder), "web", SECONDS)
    for name in ("worker", "mailer"):
        supervisor.until(lambda name=name: " ready." in supervisor.output(name), name, SECONDS)
    return environment


def _start_servers(supervisor, folder, ports, lent):
    """Those that nobody lends; all answer in the end but Elasticsearch, which takes longest."""
    if not lent.elasticsearch:
        place = _made(folder / "elasticsearch")
        supervisor.start("elasticsearch", elasticsearch.prepared(place, ports["elasticsearch"]))
    if not lent.database:
        supervisor.start("db", postgres.prepared(_made(folder / "db"), ports["db"]))
    options = compose.command("redis")[1:]
    supervisor.start("redis", redis.prepared(_made(folder / "redis"), ports["redis"], *options))
    inbox = [sys.executable, "-m", "tests.up.inbox", str(ports["inbox"]), str(folder / "inbox")]
    supervisor.start("inbox", Program(inbox))
    supervisor.until(lambda: redis.answers(ports["redis"]), "redis", SECONDS)
    supervisor.until(lambda: _listens(ports["inbox"]), "inbox", SECONDS)
    if not lent.database:
        supervisor.until(lambda: postgres.answers(ports["db"]), "db", SECONDS)
        postgres.create_database(ports["db"])


def _addresses_of(lent):
    """What leads to the servers that are lent; in Elasticsearch this site keeps to an index of its own."""
    given = {"DATABASE_URL": lent.database, "SEARCH_ELASTICSEARCH_URL": lent.elasticsearch}
    if lent.elasticsearch:
        given["SEARCH_ELASTICSEARCH_INDEX"] = f"up-{secrets.token_hex(6)}"
    return {name: value for name, value in given.items() if value}


def _made(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
