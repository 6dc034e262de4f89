"""System checks: what keeps search from answering as it should. `manage.py check --tag search`."""

import os
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from search.analysis import ANALYSIS_VERSION
from search.engines.base import EngineAway
from search.engines.current import elasticsearch_engine
from search.engines.elasticsearch.connection import CLIENT_VERSION
from search.engines.failover import within
from search.models import SearchDocument

TAG = "search"
# Whoever asks waits no longer for a server that doesn't answer.
SECONDS = 0.8


def check_index_folder(app_configs, **_options):
    """The folder of the index, or the nearest one above that exists, can be written."""
    folder = Path(settings.SEARCH_INDEX_DIR)
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return []
    return [checks.Error(f"SEARCH_INDEX_DIR can't be written: {there}", hint="docs/settings.md", id="search.E001")]


def check_analysis(app_configs, **_options):
    """All documents have keys of today's analysis."""
    try:
        stale = SearchDocument.objects.analysed_otherwise(ANALYSIS_VERSION).exists()
    except DatabaseError:
        return []  # no database, or one without tables: others say so
    if not stale:
        return []
    return [
        checks.Warning(
            "Documents of the search were analysed by other rules than today's: what is asked for may not be found.",
            hint="manage.py rebuild_search",
            id="search.W001",
        )
    ]


def check_elasticsearch(app_configs, **_options):
    """Where the site has such a server, it answers, is of the client's major version, and has an index."""
    engine = elasticsearch_engine()
    if engine is None:
        return []
    try:
        strange, place = within(SECONDS, _look, engine)
    except EngineAway as error:
        return [_away(error)]
    if strange:
        return [_unequal(strange)]
    if place is None:
        hint = "The background work (search.feed) makes it; at once: manage.py rebuild_search"
        return [checks.Warning("Elasticsearch has no index of this site yet.", hint=hint, id="search.W004")]
    return []


def _look(engine):
    """Versions of its nodes that the client doesn't speak with, and the index; of such a server none is asked for."""
    versions = engine.connection.versions(SECONDS)
    strange = [version for version in versions if _major(version) != _major(CLIENT_VERSION)]
    return strange, None if strange else engine.place


def _away(error):
    hint = "The index of each machine answers meanwhile. docs/operations.md"
    return checks.Warning(f"SEARCH_ELASTICSEARCH_URL: the server doesn't answer. {error}", hint=hint, id="search.W002")


def _unequal(versions):
    return checks.Warning(
        f"Elasticsearch is {', '.join(versions)} and its client {CLIENT_VERSION}: their first numbers must be equal.",
        hint="requirements.txt, docker-compose.yml",
        id="search.W003",
    )


def _major(version):
    return version.split(".")[0]
