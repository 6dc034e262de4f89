"""The texts of the demonstration, as files: TOML with one value a language side by side."""

import tomllib
from pathlib import Path

from django.conf import settings

CONTENT = Path(__file__).parent / "content"


def load(name):
    """The parsed file `name` (without its ending) below content/."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def load_pages():
    """All pages, posts and issues by key (the file's stem), parents before their children."""
    files = [file for folder in ("pages", "posts", "issues") for file in (CONTENT / folder).glob("*.toml")]
    entries = {file.stem: load(file.relative_to(CONTENT).with_suffix("")) for file in files}

    def place(key):
        parents = []
        while key := entries[key].get("parent"):
            parents.append(key)
        return len(parents)

    return dict(
        sorted(
            entries.items(), key=lambda item: (place(item[0]), str(item[1].get("date", "")), item[1].get("order", 0))
        )
    )


def in_language(value, language):
    """`value` with every {bg = …, en = …} replaced by its text in `language` (else in the source language)."""
    if isinstance(value, dict):
        if value and value.keys() <= set(dict(settings.LANGUAGES)):
            return value.get(language, value.get(settings.LANGUAGE_CODE))
        return {key: in_language(one, language) for key, one in value.items()}
    if isinstance(value, list):
        return [in_language(one, language) for one in value]
    return value
