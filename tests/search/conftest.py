"""An index of the test's own."""

import pytest

from search.engines.current import embedded_engine


@pytest.fixture
def engine(settings, tmp_path):
    """The embedded engine as the site asks for it; there is no index yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return embedded_engine()
