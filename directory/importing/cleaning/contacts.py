"""Cuts e-mail addresses and phone numbers out of texts: none that somebody's file has is published."""

import re

from directory.importing.cleaning.mails import mails_in
from directory.importing.cleaning.phones import phones_in

MARK = "[…]"
_LABEL = re.compile(
    r"(?:\b(?:e-?mails?|mail|correo|courriel|имейл|ел\.? ?поща|tel|tél|telefon|telephone|téléphone|phone|fax|mobile?|"
    r"mob|gsm|whatsapp|viber|тел|телефон|моб|факс|τηλ)\b\.?\s{0,2}[:.]?\s{0,2}){1,3}(?=\[…\])",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(r"[(\[{<]\s{0,3}(?:\[…\][\s,;/]{0,3}){1,9}[)\]}>]")
_REPEATED = re.compile(r"\[…\](?:[\s,;/|·\-–]{0,3}\[…\])+")
_PASSES = 3


def contacts_in(text):
    """[(start, end)] of what of `text` is an e-mail address or a phone number, in order, without overlaps."""
    spans = []
    for start, end in sorted([*mails_in(text), *phones_in(text)]):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def has_contact(text):
    """Whether an e-mail address or a phone number is in `text`."""
    return bool(contacts_in(text))


def cut_contacts(text):
    """(`text` without contacts, how many were cut out). „[…]“ stands where one was."""
    number = 0
    # What stood on both sides of an address may make another one.
    for _again in range(_PASSES):
        spans = contacts_in(text)
        if not spans:
            break
        number += len(spans)
        for start, end in reversed(spans):
            text = text[:start] + MARK + text[end:]
        text = _REPEATED.sub(MARK, _ENCLOSED.sub(MARK, _LABEL.sub("", text)))
    else:
        # It defends itself: nothing of it is kept.
        text = "" if has_contact(text) else text
    return (text.strip() if text.replace(MARK, "").strip(" .,;:|/-–") else ""), number


def mask(text):
    """What a report may show of a value with a contact in it: enough to find it in the file."""
    return text[:2] + "…" if text else ""
