"""`make up` starts what docker-compose.yml says, and the two can't drift apart."""

import re

import pytest

from tests.config.tracked import ROOT
from tests.up import compose, site

# What Compose names otherwise than by a command of the site, and what stands for it here.
BOUGHT = {"db", "redis", "elasticsearch"}
# `make up` has an inbox of its own for it.
FOR_DEVELOPERS = {"mailpit"}
SECRETS = {"POSTGRES_PASSWORD": "one", "SEARCH_ELASTICSEARCH_PASSWORD": "two"}
ADDRESSES = {name: f"127.0.0.1:{port}" for port, name in enumerate(compose.SERVERS, 5001)}


@pytest.fixture(scope="module")
def services():
    return compose.services()


@pytest.fixture
def given(tmp_path):
    return site.given(tmp_path, 8443, 2525)


def test_every_service_is_started_and_none_besides(services):
    assert set(services) == {*site.PROCESSES, "migrate"} | BOUGHT | FOR_DEVELOPERS
    assert set(compose.SERVERS) == BOUGHT


def test_each_process_runs_the_command_that_compose_runs(services):
    for name in (*site.PROCESSES, "migrate"):
        program = site.program(name, {})
        command = [program.command[0].rpartition("/")[2], *program.command[1:]]
        assert command == services[name].get("command", ["gunicorn"]), name
    assert compose.command("web") == ["gunicorn"]


def test_each_process_has_the_variables_that_compose_gives_it(services, given):
    environment = compose.environment(ADDRESSES, given)
    for name in (*site.PROCESSES, "migrate"):
        assert set(services[name]["environment"]) <= set(environment), name
        assert services[name]["environment"] == services["web"]["environment"]
    assert set(compose.example()) <= set(environment)
    assert environment["DJANGO_SETTINGS_MODULE"] == "config.settings.production"


def test_what_is_given_besides_is_documented_and_no_more_than_one_machine_needs(given):
    documented = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    besides = set(given) - set(compose.example())
    assert besides - set(documented) == {"GUNICORN_CMD_ARGS"}
    assert besides == {"GUNICORN_CMD_ARGS", "SECURE_HSTS_SECONDS", "SERVE_MEDIA", "VAR_DIR"}


def test_servers_are_found_where_they_are_instead_of_by_composes_names():
    environment = compose.environment(ADDRESSES, SECRETS)
    assert environment["DATABASE_URL"] == "postgres://club:one@127.0.0.1:5001/club"
    assert environment["REDIS_URL"] == "redis://127.0.0.1:5002/0"
    assert environment["SEARCH_ELASTICSEARCH_URL"] == "http://127.0.0.1:5003"
    assert environment["SEARCH_ELASTICSEARCH_PASSWORD"] == "two"


def test_redis_runs_with_the_options_of_compose(services):
    assert compose.command("redis") == services["redis"]["command"]
    assert compose.command("redis")[0] == "redis-server"


def test_the_secret_stays_from_start_to_start(tmp_path):
    first, again = site.given(tmp_path, 8443, 2525), site.given(tmp_path, 8443, 2525)
    assert first == again
    assert len(first["SECRET_KEY"]) > 50


@pytest.mark.services
def test_the_certificate_stays_and_nobody_else_reads_its_key(tmp_path):
    site.make_certificate(tmp_path)
    certificate, key = site.certificate_of(tmp_path)
    first = certificate.read_text()
    site.make_certificate(tmp_path)
    assert certificate.read_text() == first
    assert key.stat().st_mode & 0o077 == 0


def test_the_journeys_on_it_are_run_with_all_tests():
    recipe = (ROOT / "Makefile").read_text().partition("\ntests-here:\n")[2].partition("\n\n")[0]
    assert "tests/browser/up" in recipe
