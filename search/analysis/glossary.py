"""Everyday words in both languages, so that what is written in one alone is found from the other too."""

from functools import lru_cache
from pathlib import Path

from search.analysis.synonyms import Synonyms

# A translation brings what the words themselves don't; it never outweighs them.
WEIGHT = 0.3
_FILE = Path(__file__).with_name("glossary.txt")


@lru_cache(maxsize=1)
def glossary():
    """The groups of glossary.txt, compiled."""
    return Synonyms(read_groups(_FILE.read_text(encoding="utf-8")), weight=WEIGHT)


def read_groups(text):
    """[[word or phrase, …], …] of lines "дете, деца = child"."""
    lines = (line.strip() for line in text.splitlines())
    return [
        [phrase.strip() for side in line.split("=") for phrase in side.split(",")]
        for line in lines
        if line and not line.startswith("#")
    ]
