"""What tests of every app share: a site in two languages, and caches that forget between tests."""

import pytest
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Site

from core.catalogues import compile_all_catalogues
from search.engines.current import embedded_engine
from tests.core.factories import plant_site, translate
from tests.machine import Machine


def pytest_configure(config):
    """Let tests read today's catalogues. Workers find them compiled."""
    if not hasattr(config, "workerinput"):
        compile_all_catalogues()


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
def engine(settings, tmp_path):
    """The search's embedded engine as the site asks for it; there is no index yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return embedded_engine()


@pytest.fixture
def machine(tmp_path):
    """The site's commands as processes, with everything that they write in the test's folder."""
    machine = Machine(tmp_path)
    yield machine
    machine.end()
