"""Makes the outlines that the site knows countries by, and draws them with, from those of world-atlas."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from taxonomy.files import DATA
from taxonomy.outlines.building import Zone, build_outlines

EUROPE = (-25, 34, 45, 72)

# To tell the country of a position: exact where readers are.
FOR_POSITIONS = [Zone(0.005, 0.00001, (19, 39.5, 30, 45.5)), Zone(0.015, 0.0003, EUROPE), Zone(0.1, 0.003)]
# To draw a map that is mostly looked at in Bulgaria: small enough for a phone.
FOR_MAPS = [
    Zone(0.004, 0.0005, (21.5, 41, 29, 44.6)),
    Zone(0.02, 0.005, (12, 34, 34, 50)),
    Zone(0.05, 0.03, EUROPE),
    Zone(0.3, 0.5),
]


class Command(BaseCommand):
    help = "Make the outlines of countries from countries-10m.json of the npm package world-atlas."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="countries-10m.json")

    def handle(self, *args, file, **options):
        atlas = json.loads(file.read_text(encoding="utf-8"))
        self._write(DATA / "outlines.json", build_outlines(atlas, FOR_POSITIONS))
        self._write(settings.BASE_DIR / "static" / "map" / "world.json", build_outlines(atlas, FOR_MAPS))

    def _write(self, file, topology):
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")
        self.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB")
