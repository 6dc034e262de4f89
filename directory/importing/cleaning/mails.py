"""Finds e-mail addresses, also those that are written so that programs don't find them.

Around each sign or word that may be an "at", only a window of bounded length is looked at, so no text makes it slow.
"""

import re

_AT_WORDS = "at|ät|a|ет|маймунско|маймунско а|arroba|chiocciola|arobase|klammeraffe|affe"
_DOT_WORDS = "dot|punkt|punto|ponto|точка"
_OPEN, _CLOSE = r"[\[({<*|_\-]{1,2}", r"[\])}>*|_\-]{1,2}"
_COMMON = "com|org|net|eu|info|bg|de|at|ch|uk|fr|it|es|pt|gr|hu|ro|pl|sk|cz|si|hr|be|nl|ie|fi|ee|lv|lt"

_SIGN = re.compile(r"\s{0,3}[@＠﹫]\s{0,3}")
_WORD = re.compile(rf"\s{{0,3}}{_OPEN}\s{{0,2}}(?:{_AT_WORDS}|@)\s{{0,2}}{_CLOSE}\s{{0,3}}", re.IGNORECASE)
_BARE = re.compile(r"\s{1,3}(?:at|ät|arroba|chiocciola|arobase)\s{1,3}", re.IGNORECASE)

_SPELT = (
    rf"\s{{0,3}}{_OPEN}\s{{0,2}}(?:{_DOT_WORDS}|point|\.)\s{{0,2}}{_CLOSE}\s{{0,3}}|\s{{1,3}}(?:{_DOT_WORDS})\s{{1,3}}"
)
_DOT = rf"(?:{_SPELT}|\s?\.(?:\s(?=(?:{_COMMON})\b))?|\s\.\s)"
_TOP = r"(?:xn--[a-z0-9\-]{2,59}|[^\W\d_]{2,24})(?!\w)"
# Atomic, and a name never takes in a dot that is spelt: there is one way to read a text, so reading takes no time.
_LETTERS = rf"(?>(?!{_SPELT})[\w\-]){{1,63}}+"

_BEFORE = re.compile(rf"(?>{_SPELT}|[\w.+\-'&:]){{1,80}}+$", re.IGNORECASE)
_AFTER = re.compile(
    rf"{_LETTERS}(?:(?>{_DOT}){_LETTERS}){{0,4}}?(?>{_DOT}){_TOP}(?:(?>{_DOT}){_TOP}){{0,3}}", re.IGNORECASE
)
_AFTER_NUMBERS = re.compile(r"\[?\d{1,3}(?:\.\d{1,3}){3}\]?")
# After a bare "at" stands a host only where its dots are spelt too, or where it gives mail boxes away.
_AFTER_BARE = re.compile(
    rf"[\w\-]{{1,63}}+(?:\s(?:{_DOT_WORDS})\s[\w\-]{{1,63}}+){{1,4}}"
    rf"|(?:gmail|googlemail|yahoo|hotmail|outlook|gmx|abv|mail|icloud|proton(?:mail)?|web|posteo|riseup){_DOT}{_TOP}",
    re.IGNORECASE,
)
_MESSENGERS = re.compile(
    r"(?:https?://)?(?:wa\.me/|(?:api|web)\.whatsapp\.com/send|viber://|tel:|callto:|skype:)[^\s<>\"]{1,200}",
    re.IGNORECASE,
)
_WAYS = ((_SIGN, (_AFTER, _AFTER_NUMBERS)), (_WORD, (_AFTER,)), (_BARE, (_AFTER_BARE,)))
_LEFT, _RIGHT = 150, 300  # characters


def mails_in(text):
    """The (start, end) of e-mail addresses and of links that write to or call somebody."""
    for at, hosts in _WAYS:
        for match in at.finditer(text):
            span = _around(text, match, hosts)
            if span:
                yield span
    for match in _MESSENGERS.finditer(text):
        yield match.span()


def _around(text, at, hosts):
    left = max(0, at.start() - _LEFT)
    before = _BEFORE.search(text[left : at.start()])
    if not before or not any(map(str.isalnum, before[0])):
        return None
    rest = text[at.end() : at.end() + _RIGHT]
    after = next((found for host in hosts if (found := host.match(rest))), None)
    return (left + before.start(), at.end() + after.end()) if after else None
