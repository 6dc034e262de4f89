"""Finding what a Bulgarian page of the admin says in English."""

import re
from functools import cache

import polib
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from django.conf import settings
from django.utils import translation

from core.overlay.packages import collect_messages

ATTRIBUTES = ("title", "placeholder", "aria-label", "aria-description", "alt")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*\}")
LATIN = re.compile(r"[A-Z]?[a-z]{2,}(?: [A-Za-z]{2,})*[.?!…:]?")
# Names, keys and what is the same in every language.
NAMES = re.compile(
    r"(Wagtail|Moderators|Editors|Translators|Esc|localhost"
    r"|[\w.]+@example\.org|\w+\.\w+|https?://\S+)"
)


def english_of(html):
    """Return the texts and labels of a page that are English, once each and in their order."""
    return list(dict.fromkeys(text for text in _texts(html) if _is_english(text)))


def _texts(html):
    soup = BeautifulSoup(html, "html.parser")
    counted_by_javascript = soup.select("[data-side-panel-toggle-counter]")
    for tag in [*soup(["script", "style", "svg"]), *counted_by_javascript]:
        tag.decompose()
    for text in soup.find_all(string=True):
        if not isinstance(text, PreformattedString) and text.strip():
            yield " ".join(text.split())
    for tag in soup.find_all(True):
        yield from (" ".join(tag[name].split()) for name in ATTRIBUTES if tag.get(name))
        if tag.name == "input" and tag.get("type") in ("submit", "button", "reset"):
            yield tag.get("value", "")


def _is_english(text):
    plain, patterns = _messages_of_packages()
    if text in plain:
        return True
    if text in _own_messages() or NAMES.fullmatch(text):
        return False
    return bool(LATIN.fullmatch(text)) or any(pattern.fullmatch(text) for pattern in patterns)


@cache
def _messages_of_packages():
    """What the packages say in English and differently in Bulgarian: whole texts, and patterns of those with names."""
    plain, patterns = set(), []
    with translation.override("bg"):
        for message in collect_messages("django", "bg").values():
            for text in filter(None, (message.msgid, message.plural)):
                text = " ".join(re.sub(r"<[^>]*>", "", text).split())
                fixed = " ".join(PLACEHOLDER.sub(" ", text).split())
                if fixed == text and translation.gettext(text) != text:
                    plain.add(text)
                elif len(re.findall(r"[A-Za-z]{3,}", fixed)) > 1:
                    patterns.append(re.compile(".+".join(map(re.escape, PLACEHOLDER.split(text)))))
    return plain, patterns


@cache
def _own_messages():
    """What our own code says: locale/ answers for it, in tests of its own."""
    file = settings.BASE_DIR / "locale" / "bg" / "LC_MESSAGES" / "django.po"
    texts = {entry.msgid for entry in polib.pofile(str(file))}
    return {" ".join(text.split()) for text in texts | {text[:1].upper() + text[1:] for text in texts}}
