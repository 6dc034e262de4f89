"""What docker-compose.yml starts, started by hand: production's settings, gunicorn, a real PostgreSQL."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psycopg
import pytest

from tests.config.production import environment
from tests.config.tracked import ROOT
from tests.services.ports import free_port

pytestmark = pytest.mark.services
SECONDS_TO_START = 60
BEHIND_PROXY = {"Host": "club.example.org", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """The environment of a production site whose database has its migrations, and nothing else."""
    server = os.environ["DATABASE_URL"]
    name = f"production_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')
    variables = environment(
        DATABASE_URL=f"{server.rpartition('/')[0]}/{name}",
        BEHIND_TLS_PROXY="true",
        VAR_DIR=str(tmp_path_factory.mktemp("var")),
    )
    for command in (["compile_catalogues"], ["migrate"], ["collectstatic", "--noinput"], ["seed_demo"]):
        manage(variables, *command)
    return variables


@pytest.fixture(scope="module")
def answer(production):
    """`answer(path, **headers)` asks the running site as the proxy in front of it would."""
    port = free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    process = subprocess.Popen(gunicorn, cwd=ROOT, env=production)

    def answer(path, headers=BEHIND_PROXY):
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
        opener = urllib.request.build_opener(_NoRedirects)
        try:
            return opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            return error

    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            answer("/robots.txt")
            break
        except urllib.error.URLError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    yield answer
    process.terminate()
    process.wait(timeout=60)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


def manage(variables, *command):
    subprocess.run([sys.executable, "manage.py", *command, "--verbosity", "0"], cwd=ROOT, env=variables, check=True)


@pytest.mark.parametrize("path", ["/bg/", "/en/", "/sitemap.xml", "/admin/login/"])
def test_production_answers(path, answer):
    assert answer(path).status == 200


def test_production_insists_on_encryption(answer):
    assert answer("/bg/").headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    plain = answer("/bg/", headers={"Host": "club.example.org"})
    assert (plain.status, plain.headers["Location"]) == (301, "https://club.example.org/bg/")


def test_production_answers_to_its_own_name_only(answer):
    refused = answer("/bg/", headers=BEHIND_PROXY | {"Host": "evil.example"})
    assert refused.status == 400
    assert b"evil.example" not in refused.read()


def test_production_names_no_version_and_sets_no_cookie(answer):
    headers = answer("/bg/").headers
    assert headers["Server"] == "gunicorn"
    assert headers["Set-Cookie"] is None


def test_cookies_of_the_admin_are_bound_to_this_host(answer):
    cookies = answer("/admin/login/").headers.get_all("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert "; Secure" in cookie
        assert "Path=/" in cookie
        assert "Domain=" not in cookie


def test_readers_notice_nothing_of_a_database_that_broke_off_all_connections(answer, production):
    assert answer("/sitemap.xml").status == 200
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        name = production["DATABASE_URL"].rpartition("/")[2]
        cut = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        ).fetchall()
    assert cut
    assert [answer(path).status for path in ("/sitemap.xml", "/en/", "/admin/login/", "/bg/")] == [200] * 4


def test_a_second_run_of_the_demonstration_changes_nothing(production):
    before = rows(production)
    manage(production, "migrate")
    manage(production, "seed_demo")
    assert rows(production) == before


def rows(variables):
    """How many rows each table has."""
    with psycopg.connect(variables["DATABASE_URL"]) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
        ).fetchall()
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608
