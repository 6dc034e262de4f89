"""No file crashes an import, and none puts into a profile what it must not hold."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.validators import hidden_characters
from directory.importing.cleaning.contacts import has_contact
from directory.models import Origin, Profile
from tests.directory.importing.conftest import bring

pytestmark = pytest.mark.django_db

_text = st.text(max_size=60) | st.sampled_from(
    [
        "=1+1",
        "<script>x</script>",
        "a@b.org",
        "0888 123 456",
        "\u202eabc",
        "'; DROP TABLE x; --",
        "\ud83d",
        "x" * 3000,
        "NaN",
    ]
)
_column = st.sampled_from(
    ["id", "name", "text", "text:de", "text:xx", "country", "city", "lat", "lon", "web", "kinds", "?"]
)
_number = st.floats() | st.integers() | st.none()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.dictionaries(_column, _text | _number, max_size=8), _number, _number), min_size=1, max_size=5)
)
def test_no_file_crashes_an_import(entries):
    features = [
        {
            "type": "Feature",
            "properties": {"id": "1", "name": "A"} | values,
            "geometry": {"type": "Point", "coordinates": [x, y]},
        }
        for values, x, y in entries
    ]
    features.append({"type": "Feature", "properties": {"id": "last", "name": "Last"}, "geometry": None})
    run = bring(json.dumps({"features": features}).encode(), publish=True)
    assert sum(run.counts.values()) == len(features)
    for profile in Profile.objects.all():
        texts = [profile.name, profile.locality, *(f"{text.summary} {text.story}" for text in profile.texts.all())]
        assert not any(has_contact(text) or hidden_characters(text) or "<script" in text for text in texts)
        assert profile.website.startswith("http") or not profile.website
    Profile.objects.all().delete()
    Origin.objects.all().delete()
