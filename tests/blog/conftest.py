import pytest

from tests.blog.factories import BlogIndexPageFactory
from tests.core.factories import translate


@pytest.fixture
def index(home_bg, home_en):
    """The Bulgarian news."""
    return BlogIndexPageFactory(parent=home_bg)


@pytest.fixture
def index_en(index):
    """The English news."""
    return translate(index, "en", {"Новини": "News", "novini": "news"})
