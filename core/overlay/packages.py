"""What the installed packages have to say, and which of it they leave untranslated."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings

DOMAINS = ("django", "djangojs")


@dataclass
class Message:
    """One message: what it says in English, who says it, and whether each of them has it in the language."""

    msgid: str
    msgctxt: str | None
    plural: str = ""
    comment: str = ""
    packages: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    missing: bool = False

    @property
    def key(self):
        return key_of(self)


def key_of(entry):
    """Return what gettext tells messages apart by."""
    return entry.msgctxt, entry.msgid


def collect_messages(domain, language):
    """Return {key: Message} of everything that the installed packages may show.

    A package's own catalogues count even where the site does not install all its apps: Wagtail's apps use each other's
    words. Of Django, which translates itself, only the installed apps count.
    """
    messages = {}
    for folder, package in _locale_folders().items():
        source = _read(folder, "en", domain) or _read(folder, language, domain)
        translated = {
            (*key_of(entry), bool(entry.msgid_plural))
            for entry in _read(folder, language, domain)
            if entry.translated() and not entry.obsolete
        }
        for entry in source:
            if not entry.obsolete:
                message = messages.setdefault(key_of(entry), Message(entry.msgid, entry.msgctxt))
                message.plural = message.plural or entry.msgid_plural
                message.comment = message.comment or entry.comment
                message.packages.add(package)
                message.flags.update(flag for flag in entry.flags if flag.endswith("-format"))
                message.missing |= (*key_of(entry), bool(entry.msgid_plural)) not in translated
    return messages


def plural_forms(language):
    """Return the Plural-Forms header that Django has for a language: other headers would part the catalogues."""
    file = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(file)).metadata["Plural-Forms"]


def _locale_folders():
    """Return {folder: dotted name of its package}."""
    django_root = Path(django.__file__).parent
    folders = {django_root / "conf" / "locale": "django.conf"}
    for root, paths in _packages().items():
        for folder in [path / "locale" for path in paths] if root == django_root else _folders_below(root):
            if folder.is_dir():
                folders[folder] = ".".join([root.name, *folder.parent.relative_to(root).parts])
    return dict(sorted(folders.items()))


def _packages():
    """Return {folder of a package: folders of its installed apps}, without our own apps, which stand at the root."""
    packages = defaultdict(list)
    for app in apps.get_app_configs():
        path = Path(app.path)
        if path.parent != settings.BASE_DIR:
            packages[path.parents[app.name.count(".") - 1] if "." in app.name else path].append(path)
    return packages


@cache  # installed packages stay as they are
def _folders_below(root):
    return list(root.glob("**/locale"))


@cache  # parsing is slow
def _read(folder, language, domain):
    file = folder / language / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(file)) if file.exists() else []
