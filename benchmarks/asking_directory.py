"""Asks the directory for its pages and imports rows, in the site's own process; prints what that cost as JSON."""

import io
import json
import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.asking import ask

ROUNDS = 3
PROFILES = 30
IMPORTED = 2000
LISTS = [
    "",
    "theme=climate",
    "theme=climate&theme=poverty&theme=inclusion&theme=elderly",
    "stage=pilot&group=youth",
    "region=plovdiv",
    "country=bg",
    "country=bg&stage=idea&stage=pilot&kind=association",
    "near=plovdiv",
    "near=plovdiv&group=disabilities",
    "q=пекарна",
    "q=gradina+na",
    "verified=yes&sort=newest",
    "language=bg&language=en",
    "sdg=goal-1&sdg=goal-8&region=varna&region=burgas",
    "theme=education&page=4",
]


def main():
    django.setup()
    settings.PAGE_CACHE_SECONDS = 0
    count_rows()
    application = WSGIHandler()
    rows = [
        measure(application, "list with all facets", [f"/bg/directory/?{query}" for query in LISTS]),
        measure(application, "map data, everything", ["/bg/directory/?format=map"]),
        measure(application, "profile page", profile_addresses()),
    ]
    rate = import_rate()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rows": rows, "import_rows": IMPORTED, "rows_a_second": rate, "memory_mb": memory}))


def count_rows():
    """Let PostgreSQL count what its tables have, as its autovacuum does within a minute of a change this large."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def measure(application, what, addresses):
    """The most queries, the spread of times and the largest body of `addresses`, each asked several times.

    Bodies are as sent, compressed.
    """
    queries, sizes, times = [], [], []
    for address in addresses:
        ask(application, address)
        with CaptureQueriesContext(connection) as captured:
            body = ask(application, address)
        queries.append(len(captured))
        sizes.append(len(body))
        for _round in range(ROUNDS):
            started = time.perf_counter()
            ask(application, address)
            times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return {
        "what": what,
        "queries": max(queries),
        "p50": statistics.median(times),
        "p95": times[min(len(times) - 1, int(len(times) * 0.95))],
        "kb": max(sizes) / 1024,
    }


def profile_addresses():
    from directory.models import Profile

    slugs = Profile.objects.listed().order_by("?").values_list("slug", flat=True)[:PROFILES]
    return [f"/bg/directory/{slug}/" for slug in slugs]


def import_rate():
    """Rows a second of an import of generated rows into the directory as it is, published."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": list(generated())}), encoding="utf-8")
        started = time.perf_counter()
        source = f"benchmark-{time.time_ns()}"
        call_command("import_profiles", str(file), source=source, publish=True, stdout=io.StringIO())
        return IMPORTED / (time.perf_counter() - started)


def generated():
    dice = random.Random("import")  # noqa: S311 (nothing secret)
    for number in range(IMPORTED):
        properties = {
            "_id": str(number),
            "name": f"Initiative {number} of {dice.choice(['Linz', 'Graz', 'Varna', 'Ruse'])}",
            "addr:country": dice.choice(["AT", "BG", "Österreich", "UK"]),
            "contact:website": f"https://initiative-{number}.example.org",
            "type_of_initiative": "community_garden;fairtrade_shop",
            "description": "A place where neighbours grow food and repair things together. " * dice.randint(1, 8),
        }
        point = {"type": "Point", "coordinates": [dice.uniform(9, 28), dice.uniform(42, 48)]}
        yield {"type": "Feature", "properties": properties, "geometry": point}


if __name__ == "__main__":
    main()
