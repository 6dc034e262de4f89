import pytest

from tests.blog.factories import BlogIndexPageFactory


@pytest.fixture
def index(home_bg):
    return BlogIndexPageFactory(parent=home_bg)
