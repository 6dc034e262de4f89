"""How the server is reached, and what its failures are called here."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import elasticsearch
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import EngineAway, EngineRefuses

SECONDS_TO_ANSWER = 1.0
# Where nobody waits for it: writing, counting, making indexes.
SECONDS_TO_WORK = 60.0
# What the server says of a question that it won't answer, however well it is.
REFUSED = 400


@dataclass(frozen=True)
class Connection:
    """Where the server is and who asks it: with a name and a password, an API key, or neither.

    `ca_certificate` is the file that a server's own authority is checked with.
    """

    urls: tuple[str, ...]
    user: str = ""
    password: str = ""
    api_key: str = ""
    ca_certificate: str = ""

    @property
    def client(self):
        """The client of this process, shared by its threads; it tries everything once."""
        return _client(self, os.getpid())

    def patient_client(self, seconds=SECONDS_TO_WORK):
        """The same, for work that takes longer than a reader waits."""
        return self.client.options(request_timeout=seconds)

    def versions(self, seconds=SECONDS_TO_ANSWER):
        """The versions of all its nodes. Raises EngineAway."""
        with answering():
            nodes = self.patient_client(seconds).nodes.info(filter_path="nodes.*.version")
            return sorted({node["version"] for node in nodes["nodes"].values()})


CLIENT_VERSION = ".".join(map(str, elasticsearch.__version__))


# A forked process must not share sockets with its parent: hence the number.
@cache
def _client(connection, _process):
    options = {}
    if connection.api_key:
        options["api_key"] = connection.api_key
    elif connection.user:
        options["basic_auth"] = (connection.user, connection.password)
    if connection.ca_certificate:
        options["ca_certs"] = connection.ca_certificate
    return Elasticsearch(
        list(connection.urls),
        request_timeout=SECONDS_TO_ANSWER,
        max_retries=0,
        retry_on_timeout=False,
        **options,
    )


@contextmanager
def answering():
    """What the client raises, as the interface says it; also where something else than Elasticsearch answers."""
    try:
        yield
    except ApiError as error:
        kind = EngineRefuses if error.status_code == REFUSED else EngineAway
        raise kind(f"Elasticsearch: {error}") from error
    except (TransportError, ValueError, KeyError, TypeError) as error:
        raise EngineAway(f"Elasticsearch: {type(error).__name__}: {error}") from error
