"""A small site in the search's index."""

import pytest

from tests.blog.factories import BlogIndexPageFactory, BlogPageFactory
from tests.directory.factories import ProfileFactory
from tests.search.asking import followed
from tests.taxonomy.factories import TopicFactory


@pytest.fixture
def village(engine, home_bg, site):
    """Two profiles, a post and the home page, in the index."""
    bread = TopicFactory(slug="bread", labels={"bg": "Хляб", "en": "Bread"})
    ProfileFactory(
        name="Хлебна къща", texts={"bg": "Младежи учат занаят."}, theme="climate", place="plovdiv", topics=[bread]
    )
    ProfileFactory(name="Работилница", texts={"bg": "Занаяти за всички.", "en": "Pottery for all."}, theme="poverty")
    news = BlogIndexPageFactory(parent=home_bg)
    BlogPageFactory(parent=news, title="Пекарна отвори врати", topics=[bread], lead="Местна организация.")
    followed()
