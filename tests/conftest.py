"""What tests of every app share: a site in two languages, and caches that forget between tests."""

import shutil

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from wagtail.models import Site

from core.catalogues import compile_all_catalogues
from search.engines.current import embedded_engine
from tests.core.factories import plant_site, translate
from tests.machine import Machine
from tests.mailing.sink import Sink
from tests.members.factories import UserFactory
from tests.services import redis


def pytest_configure(config):
    """Let tests read today's catalogues. Workers find them compiled."""
    if not hasattr(config, "workerinput"):
        compile_all_catalogues()


def pytest_addoption(parser):
    parser.addoption(
        "--asking-the-database",
        action="store_true",
        help="only tests that ask a database or another service: those that another database may fail",
    )


def pytest_collection_modifyitems(config, items):
    items.sort(key=lambda item: "long" not in item.keywords)
    if config.getoption("--asking-the-database"):
        others = [item for item in items if not _asks(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if _asks(item)]


def _asks(item):
    return "services" in item.keywords or "django_db" in item.keywords or "db" in item.fixturenames


@pytest.fixture(autouse=True)
def _fresh_caches():
    """No test sees what another one cached, nor the language it left active."""
    cache.clear()
    yield
    cache.clear()
    translation.deactivate()


@pytest.fixture
def home_bg(db):
    """The Bulgarian home page, root of the site."""
    return plant_site()


@pytest.fixture
def home_en(home_bg):
    """The published English translation of the home page, made with wagtail-localize."""
    return translate(home_bg, "en", {home_bg.title: "Home", home_bg.lead: "A place for social innovation."})


@pytest.fixture
def site(home_bg, home_en):
    """The site with both trees."""
    return Site.objects.get()


@pytest.fixture
def log_in(client, home_bg):
    """`log_in("Editors")`: a client that somebody of this group has logged in with, who reads English by default."""

    def log_in(group, language="en"):
        client.force_login(UserFactory(group=group, language=language))
        return client

    return log_in


@pytest.fixture
def editor(log_in):
    return log_in("Editors")


@pytest.fixture
def moderator(log_in):
    return log_in("Moderators")


@pytest.fixture
def engine(settings, tmp_path):
    """The search's embedded engine as the site asks for it; there is no index yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return embedded_engine()


@pytest.fixture
def sink(settings):
    """A mail server of the test's own; the site's mail goes there once its transport is SMTP."""
    sink = Sink().start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    yield sink
    sink.end()


@pytest.fixture(scope="session")
def session_redis():
    """One Redis for all tests of a process: its Celery keeps to the first that it was told of."""
    with redis.server() as server:
        yield server


@pytest.fixture(scope="session")
def _tables(django_db_setup, django_db_blocker, tmp_path_factory):
    """A file with the tables as migrations leave them: copied from the tests' own database, where that is SQLite."""
    folder = tmp_path_factory.mktemp("tables")
    if connection.vendor != "sqlite":
        Machine(folder).run("migrate", "--verbosity", "0")
        return folder / Machine.DATABASE
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / Machine.DATABASE)])
    return folder / Machine.DATABASE


@pytest.fixture
def machine(tmp_path, _tables):
    """The site's commands as processes, with everything that they have and write in the test's folder."""
    shutil.copy(_tables, tmp_path)
    machine = Machine(tmp_path)
    yield machine
    machine.end()
