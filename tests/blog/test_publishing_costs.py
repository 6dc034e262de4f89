"""What hangs on publishing a post costs few queries, among however many posts it stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.blog.factories import BlogPageFactory, insert_posts
from tests.core.factories import translate

# Of Wagtail with wagtail-localize, as `benchmarks.publishing` counts them, and of ours.
STOCK, OURS = 73, 20


@pytest.mark.parametrize("number", [40, 2000])
def test_a_post_with_a_translation_is_published_with_few_queries(index, index_en, settings, number):
    settings.TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend"}}
    insert_posts(index, number)
    post = BlogPageFactory(parent=type(index).objects.get(pk=index.pk))
    translate(post, "en")
    post.title = "Ново заглавие"

    with CaptureQueriesContext(connection) as captured:
        post.save_revision().publish()

    assert len(captured) <= STOCK + OURS
