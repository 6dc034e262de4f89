"""Pictures for social networks that are drawn from the motif of what is shared, once for each state of it."""

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

_finders = {}


@dataclass(frozen=True)
class Subject:
    """What a picture is drawn of: `kind` and `pk` say which it is, `slug` and `hue` give the motif."""

    kind: str
    pk: int
    slug: str
    hue: str
    title: str
    language: str


def register_subjects(kind, find):
    """Let pictures be drawn of another `kind` of things. Called in AppConfig.ready().

    `find(pk, language)` gives the `Subject`, or None for what not everybody may see or what isn't in that language.
    """
    _finders[kind] = find


def find_subject(kind, pk, language):
    """The `Subject`, or None."""
    return _finders[kind](pk, language) if kind in _finders else None


@dataclass(frozen=True)
class Drawing:
    """The picture of a subject as it is now. `digest` differs as soon as anything that is drawn does."""

    subject: Subject
    site_name: str

    @classmethod
    def of(cls, subject):
        language = subject.language
        site_settings = remember(f"settings:{language}", lambda: SiteSettings.for_language(language))
        return cls(subject, site_settings.name)

    @property
    def digest(self):
        drawn = [VERSION, self.subject.slug, self.subject.hue, self.subject.title, self.site_name]
        return hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:16]

    @property
    def path(self):
        """Its address on this site."""
        with override(self.subject.language):
            return reverse("social_picture", args=[self.subject.kind, self.subject.pk, self.digest])

    def png(self):
        """The picture, from the disk if it was drawn before; earlier ones of the subject are dropped."""
        folder = folder_of(self.subject.kind, self.subject.pk) / self.subject.language
        file = folder / f"{self.digest}.png"
        if not file.exists():
            shutil.rmtree(folder, ignore_errors=True)
            _write(file, social_picture(self.subject.slug, self.subject.hue, self.subject.title, self.site_name))
        return file.read_bytes()


def forget(kind, pk):
    """Drop what was drawn of a subject, in any language."""
    shutil.rmtree(folder_of(kind, pk), ignore_errors=True)


def folder_of(kind, pk):
    """Where the pictures of a subject lie."""
    return Path(settings.DRAWINGS_DIR) / "social" / kind / str(pk)


def _write(file, content):
    """All of it or nothing, so that another process never reads half a picture."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
        part.write(content)
    os.replace(part.name, file)
