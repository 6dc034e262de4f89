"""Keeps Elasticsearch up with the documents, in the background: no request ever waits for it."""

import logging

from search.engines.base import EngineAway
from search.engines.current import elasticsearch_engine, elasticsearch_guard
from search.engines.elasticsearch.connection import SECONDS_TO_WORK
from search.following import Following, reconcile
from search.models import SearchDocument
from search.rebuilding import is_of_this_database, rebuild

logger = logging.getLogger(__name__)

# So long is a server that doesn't answer waited for before anything is asked of it.
SECONDS_TO_SHOW_UP = 2


def feed(tell=lambda done: None):
    """Bring Elasticsearch what it lacks; all of it, into a new index, where it has none of ours. Returns how much.

    Raises EngineAway. Broken off, it goes on the next time. Several at once do no harm: versions keep what is newer.
    """
    engine = _patient_engine()
    held = engine.held()
    if held is None or not is_of_this_database(held):
        logger.info("Elasticsearch has no index of this database. One is made.")
        return rebuild(engine, tell)
    # A generation that is taken away meanwhile is not made anew, so that what answers is always whole.
    return Following(held).catch_up(tell)


def feed_if_there():
    """Feed it after a change; where the server is away that is left to the clock."""
    guard = elasticsearch_guard()
    if guard is None or not guard.breaker.closed():
        return
    try:
        feed()
    except EngineAway as error:
        guard.failed(error)
    else:
        guard.breaker.succeed()


def rebuild_elasticsearch(tell=lambda done: None):
    """Make its index anew beside the one that answers. Raises EngineAway."""
    return rebuild(_patient_engine(), tell)


def mend():
    """Compare all that Elasticsearch has with the database. Returns how many documents were brought again.

    Raises EngineAway.
    """
    feed()
    engine = _patient_engine()
    held = engine.held()
    versions = held.versions()
    true = dict(SearchDocument.objects.values_list("pk", "version"))
    if any(version > true.get(pk, version) for pk, version in versions.items()):
        # Of another history, as after a backup was restored: there, versions keep newer ones out.
        return rebuild(engine)
    return reconcile(held)


def _patient_engine():
    engine = elasticsearch_engine()
    engine.connection.versions(SECONDS_TO_SHOW_UP)
    return engine.within(SECONDS_TO_WORK)
