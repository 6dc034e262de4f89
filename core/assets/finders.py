"""The staticfiles finder of the project's own files."""

import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage

from core.assets import stylesheet

FOLDER = "css/"


class StylesheetFinder(FileSystemFinder):
    """STATICFILES_DIRS with the sources under their css/ replaced by the one style sheet that they are joined to.

    The sheet is written to `settings.STYLESHEET_DIR` and joined anew whenever it is asked for, so that a change of a
    source shows at the next request of a development server.
    """

    def find(self, path, find_all=False, **kwargs):
        if path == stylesheet.NAME:
            built = str(self._build())
            return [built] if find_all else built
        if _is_source(path):
            return []
        return super().find(path, find_all=find_all, **kwargs)

    def list(self, ignore_patterns):
        for path, storage in super().list(ignore_patterns):
            if not _is_source(Path(path).as_posix()):
                yield path, storage
        self._build()
        yield stylesheet.NAME, FileSystemStorage(location=settings.STYLESHEET_DIR)

    def _build(self):
        """Write the sheet if it differs from what is there. Another process that reads meanwhile sees a whole file."""
        target = Path(settings.STYLESHEET_DIR, stylesheet.NAME)
        css = "".join(stylesheet.join(Path(root, FOLDER)) for _prefix, root in self.locations)
        if target.is_file() and target.read_text(encoding="utf-8") == css:
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(f".{os.getpid()}")
        unfinished.write_text(css, encoding="utf-8")
        unfinished.replace(target)
        return target


def _is_source(path):
    return path.startswith(FOLDER) and stylesheet.is_source(path.removeprefix(FOLDER))
