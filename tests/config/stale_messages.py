"""Tell whether locale/ says what the code says: `python -m tests.config.stale_messages` (needs gettext)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from tests.config.tracked import ROOT, tracked_files


def main():
    """Collect the texts in a copy of the tree and return what is missing or left over, as one text."""
    if not shutil.which("xgettext"):
        return "xgettext is missing: apt-get install gettext"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for file in tracked_files("*.py", "*.html", "*.mjml", "*.txt", "*.po", "Makefile"):
            target = copy / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        subprocess.run(
            ["make", "--silent", "collect", f"PY={sys.executable}"], cwd=copy, check=True, stdout=subprocess.DEVNULL
        )
        return "\n".join(
            line
            for file in sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
            for line in _differences(file, copy / file.relative_to(ROOT))
        )


def _differences(committed, collected):
    old, new = _messages(committed), _messages(collected)
    name = committed.relative_to(ROOT)
    yield from (f"{name} lacks {message!r}: make messages" for message in sorted(new - old))
    yield from (f"{name} has {message!r}, which nothing uses: make messages" for message in sorted(old - new))


def _messages(file):
    return {
        " / ".join(filter(None, (entry.msgctxt, entry.msgid, entry.msgid_plural)))
        for entry in polib.pofile(str(file))
        if not entry.obsolete
    }


if __name__ == "__main__":
    sys.exit(main() or 0)
