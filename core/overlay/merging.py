"""Bringing an overlay up to date with the installed packages, its translations untouched."""

from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.conf import settings

from core.overlay.packages import DOMAINS, collect_messages, key_of, plural_forms

FOLDER = Path(__file__).parent
HEADER = """ What the packages leave untranslated, and better words for some of what they do translate.
 Kept by `manage.py overlay_messages`; see docs/translating-the-admin.md."""


@dataclass
class Merge:
    """An overlay catalogue and what became of it."""

    file: Path
    catalogue: polib.POFile
    added: list = field(default_factory=list)
    dropped: list = field(default_factory=list)
    changed: list = field(default_factory=list)

    @property
    def untranslated(self):
        return [entry.msgid for entry in self.catalogue if not entry.translated()]

    def save(self):
        self.catalogue.sort(key=lambda entry: (entry.msgid.lower(), entry.msgid, entry.msgctxt or ""))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.catalogue.save(str(self.file))


def overlay_languages():
    """Return the languages that packages written in English need translated."""
    return [code for code, _ in settings.LANGUAGES if not code.startswith("en")]


def merge_all(languages=None):
    """Return a Merge for every overlay catalogue, without writing any."""
    return [merge(language, domain) for language in languages or overlay_languages() for domain in DOMAINS]


def merge(language, domain, folder=FOLDER):
    """Return an overlay catalogue with what the packages came to lack, and without what they no longer say.

    A translation that a package has meanwhile got itself stays in the overlay, which comes before the packages.
    One whose English plural changed is emptied, because its forms may no longer fit.
    """
    file = folder / language / "LC_MESSAGES" / f"{domain}.po"
    result = Merge(file, polib.pofile(str(file), wrapwidth=120) if file.exists() else _empty(language))
    messages = collect_messages(domain, language)
    for entry in list(result.catalogue):
        message = messages.pop(key_of(entry), None)
        if message is None:
            result.dropped.append(entry.msgid)
            result.catalogue.remove(entry)
        else:
            if entry.msgid_plural != message.plural:
                result.changed.append(entry.msgid)
                entry.msgstr, entry.msgstr_plural = "", {}
            _describe(entry, message)
    for message in messages.values():
        if message.missing:
            entry = polib.POEntry(msgid=message.msgid, msgctxt=message.msgctxt)
            _describe(entry, message)
            result.added.append(entry.msgid)
            result.catalogue.append(entry)
    return result


def _describe(entry, message):
    entry.comment = message.comment
    entry.occurrences = [(package, "") for package in sorted(message.packages)]
    entry.flags = sorted(message.flags)
    entry.msgid_plural = message.plural
    if message.plural and not entry.msgstr_plural:
        entry.msgstr_plural = {0: "", 1: ""}


def _empty(language):
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.header = HEADER
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
    }
    return catalogue
