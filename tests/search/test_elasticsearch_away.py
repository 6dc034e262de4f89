"""What operators and editors are told of a search server that is away, of another version, or empty."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from core.admin_home import notices
from core.models import PeriodicJob
from search.engines.elasticsearch.connection import CLIENT_VERSION
from search.feeding import feed_if_there
from search.schedule import FEED
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed, found
from tests.services.ports import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def configured(settings):
    """`configured(port)` gives the site a server on that port."""

    def configured(port, **login):
        settings.SEARCH_ELASTICSEARCH = {"urls": (f"http://127.0.0.1:{port}",), "index": f"on-{port}", **login}

    return configured


@pytest.fixture
def server():
    """`server(version)` starts one that says that it is an Elasticsearch of the version and has nothing.

    Who logged in is in the list `told`.
    """
    started = []

    def server(version, told=None):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if told is not None:
                    told.append(self.headers["Authorization"])
                is_known = self.path.startswith("/_nodes")
                body = json.dumps({"nodes": {"one": {"version": version}}} if is_known else {}).encode()
                self.send_response(200 if is_known else 404)
                self.send_header("X-Elastic-Product", "Elasticsearch")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        started.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=started[-1].serve_forever, args=(0.02,), daemon=True).start()
        return started[-1].server_address[1]

    yield server
    for one in started:
        one.shutdown()
        one.server_close()


@pytest.fixture
def silent():
    """The port of one that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def check():
    out = StringIO()
    call_command("check", tags=["search"], stderr=out, stdout=out, fail_level="CRITICAL")
    return out.getvalue()


def test_a_server_that_refuses_is_named(configured):
    configured(free_port())
    assert "search.W002" in check()


def test_a_server_that_says_nothing_is_named_soon(configured, silent):
    configured(silent)
    begun = time.monotonic()
    assert "search.W002" in check()
    assert time.monotonic() - begun < 5  # it waits for less than one


def test_a_server_of_another_version_is_named(configured, server):
    configured(server("8.19.3"))
    assert "search.W003" in check()
    assert "8.19.3" in check()


def test_a_server_without_an_index_is_named(configured, server):
    configured(server(CLIENT_VERSION))
    assert "search.W004" in check()


@pytest.mark.parametrize(
    ("login", "header"),
    [
        ({"user": "club", "password": "secret"}, "Basic Y2x1YjpzZWNyZXQ="),
        ({"api_key": "a2V5"}, "ApiKey a2V5"),
        ({}, None),
    ],
)
def test_the_site_logs_in_as_it_is_told(login, header, configured, server):
    told = []
    configured(server(CLIENT_VERSION, told), **login)
    check()
    assert set(told) == {header}


def test_a_site_without_a_server_has_nothing_to_check(engine):
    assert "no issues" in check()


def test_readers_get_what_this_node_has_and_changes_are_not_given_up(engine, site, configured, client):
    configured(free_port())
    ProfileFactory(name="Пекарна")
    followed()
    assert [hit["kind"] for hit in found(client, "пекарна")["hits"]] == ["profile"]
    feed_if_there()


def said():
    with translation.override("en"):
        return " ".join(map(str, notices.current(None)))


def test_editors_are_told_while_the_server_takes_nothing(configured):
    told = "search server"
    assert told not in said()
    configured(free_port())
    assert told not in said()
    PeriodicJob.objects.create(name=FEED, started_at=timezone.now(), error="EngineAway")
    assert told in said()
    PeriodicJob.objects.filter(name=FEED).update(finished_at=timezone.now())
    assert "last up to date" in said()
    PeriodicJob.objects.filter(name=FEED).update(error="")
    assert told not in said()
