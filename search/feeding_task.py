"""The doorway of the feeding, apart from `search.tasks`: that one leads to the writing, which calls for this one."""

from django.conf import settings
from django_tasks import task

from search import feeding


@task()
def feed_elasticsearch():
    feeding.feed_if_there()


def feed_soon():
    """Let Elasticsearch hear of the running change as soon as it's committed, where the site has such a server."""
    if settings.SEARCH_ELASTICSEARCH:
        feed_elasticsearch.enqueue()
