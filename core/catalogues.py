"""Message catalogues, compiled without gettext."""

import os
import tempfile
from pathlib import Path

import polib
from django.conf import settings


def compile_catalogues(source, target):
    """Compile every .po file below `source` to the same place below `target` and return the files that changed.

    Files whose content would stay the same are left alone; others are replaced in one step, so that a site that is
    running never reads half a catalogue.
    """
    changed = []
    for po_file in sorted(Path(source).glob("*/LC_MESSAGES/*.po")):
        mo_file = (Path(target) / po_file.relative_to(source)).with_suffix(".mo")
        content = polib.pofile(str(po_file)).to_binary()
        if not mo_file.exists() or mo_file.read_bytes() != content:
            _replace(mo_file, content)
            changed.append(mo_file)
    return changed


def compile_all_catalogues():
    """Compile every folder of settings.CATALOGUES and return the files that changed."""
    return [file for target, source in settings.CATALOGUES.items() for file in compile_catalogues(source, target)]


def _replace(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as temporary:
        temporary.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(file)
