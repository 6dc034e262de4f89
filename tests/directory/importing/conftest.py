"""Small files of other collections, brought in the way the command and the background do it."""

import io
import json

import pytest

from directory.importing import running
from directory.importing.mapping import Mapping, shipped_mappings
from directory.models import ImportRun

MAPPING = {
    "columns": {
        "id": "source_id",
        "name": "name",
        "text": "text",
        "text:*": "text:*",
        "country": "country",
        "city": "locality",
        "lat": "latitude",
        "lon": "longitude",
        "web": "website",
        "kinds": "words",
    },
    "values": {"kinds": {"garden": ["topics:gardens", "themes:climate"], "shop": ["organisation_kinds:company"]}},
    "topics": {"gardens": {"bg": "градини", "en": "gardens"}},
}


def geojson(*entries):
    """A FeatureCollection of the properties in `entries`; `at` is (latitude, longitude)."""
    features = []
    for number, entry in enumerate(entries, start=1):
        properties = {"id": str(number)} | entry
        position = properties.pop("at", None)
        geometry = {"type": "Point", "coordinates": [position[1], position[0]]} if position else None
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def bring(content, *, mapping=None, source="test", **options):
    """Import `content` to its end, and return the run."""
    if isinstance(mapping, str):
        mapping = shipped_mappings()[mapping]
    mapping = mapping or Mapping.from_json(MAPPING)
    file = io.BytesIO(content if isinstance(content, bytes) else geojson(*content))
    run = running.prepare_run(file=file, file_name="file", source=source, mapping=mapping, **options)
    assert running.start(run)
    running.work_through(run, file)
    return ImportRun.objects.get(pk=run.pk)


def codes(run, line=1):
    """The codes of the problems of one row."""
    return [problem["code"] for problem in run.rows.get(line=line).problems]


@pytest.fixture
def small_batches(monkeypatch):
    """Batches of two rows, so that small files have several."""
    monkeypatch.setattr(running, "BATCH", 2)
