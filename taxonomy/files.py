"""The files that the taxonomy is filled from."""

import tomllib
from pathlib import Path

DATA = Path(__file__).parent / "data"


def read(name):
    """The tables of a TOML file under data/."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
