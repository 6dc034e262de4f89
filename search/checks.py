"""System checks: what keeps search from answering as it should. `manage.py check --tag search`."""

import os
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from search.analysis import ANALYSIS_VERSION
from search.models import SearchDocument

TAG = "search"


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
