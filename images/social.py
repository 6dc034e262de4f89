"""Pictures for social networks that are drawn from the motif of a page, once for each state of it."""

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from core.cache import remember
from core.models import SiteSettings
from core.weave.picture import SIZE, social_picture

VERSION = 1  # raise it when the drawing changes
WIDTH, HEIGHT = SIZE


@dataclass(frozen=True)
class Drawing:
    """The picture of one page as it is now. `digest` differs as soon as anything that is drawn does."""

    page_id: int
    slug: str
    hue: str
    title: str
    site_name: str
    language: str

    @classmethod
    def of(cls, page):
        language = page.language
        site_settings = remember(f"settings:{language}", lambda: SiteSettings.for_language(language))
        return cls(page.pk, page.motif_slug, page.hue, page.title, site_settings.name, language)

    @property
    def digest(self):
        drawn = [VERSION, self.slug, self.hue, self.title, self.site_name]
        return hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:16]

    @property
    def path(self):
        """Its address on this site."""
        with override(self.language):
            return reverse("social_picture", args=[self.page_id, self.digest])

    def png(self):
        """The picture, from the disk if it was drawn before; earlier ones of the same page are dropped."""
        file = _folder(self.page_id) / f"{self.digest}.png"
        if not file.exists():
            forget(self.page_id)
            _write(file, social_picture(self.slug, self.hue, self.title, self.site_name))
        return file.read_bytes()


def forget(page_id):
    """Drop what was drawn for a page."""
    shutil.rmtree(_folder(page_id), ignore_errors=True)


def _folder(page_id):
    return Path(settings.DRAWINGS_DIR) / "social" / str(page_id)


def _write(file, content):
    """All of it or nothing, so that another process never reads half a picture."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
        part.write(content)
    os.replace(part.name, file)
