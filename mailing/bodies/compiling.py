"""Bodies compiled once a language, and the messages made of them."""

import email
import email.policy
import hashlib
import html

from mailing.bodies.headers import encode_subject, fixed_headers, own_headers
from mailing.bodies.pieces import Part
from mailing.bodies.slots import clean, fill, one_line, slots_of
from mailing.exceptions import BodyRefused


class CompiledBody:
    """One language of a mailing, ready to be joined with each recipient's words."""

    def __init__(self, body):
        self._mailing = body.mailing
        self._subject = body.subject
        self._encoded_subject = None if slots_of(body.subject) else encode_subject(body.subject)
        self._parts = [Part(body.text, subtype="plain")]
        if body.html:
            self._parts.append(Part(body.html, subtype="html"))
        digest = hashlib.sha256(f"{body.subject}{body.text}{body.html}".encode()).hexdigest()
        # No line of base64 begins with "=", and nobody writes the other half by chance.
        self._boundary = f"=_{digest[:32]}"
        self._fixed = fixed_headers(body.mailing, body.language) + self._content_type()

    def compose(self, delivery, words, *, eight_bit):
        """The message for `delivery` as bytes, with `words` in its slots."""
        words = one_line(words)
        subject = self._encoded_subject or encode_subject(fill(self._subject, words))
        head = own_headers(self._mailing, delivery, subject, words) + self._fixed
        if len(self._parts) == 1:
            return head + self._parts[0].render(words, eight_bit=eight_bit)
        between = f"--{self._boundary}\r\n".encode()
        pieces = [head, b"\r\n"]
        for part in self._parts:
            pieces += [between, part.render(words, eight_bit=eight_bit)]
        pieces.append(f"--{self._boundary}--\r\n".encode())
        return b"".join(pieces)

    def _content_type(self):
        if len(self._parts) == 1:
            return b""
        return f'Content-Type: multipart/alternative; boundary="{self._boundary}"\r\n'.encode()


def check_body(body):
    """Raise BodyRefused where `body` can't become a message, or its message would say something else than it does."""
    if not clean(body.subject) or "\n" in body.subject or "\r" in body.subject:
        raise BodyRefused(f"The subject in {body.language} is empty or has several lines.")
    if not body.text.strip():
        raise BodyRefused(f"There is no text part in {body.language}.")
    names = slots_of(body.subject, body.text, body.html)
    words = {name: f"<b>{name}</b> & „дума“" for name in names}
    for eight_bit in (True, False):
        _compare(body, words, CompiledBody(body).compose(_Sample(), words, eight_bit=eight_bit))


def _compare(body, words, message):
    """The joined message says what plain filling of the whole body says, however it was cut and encoded."""
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    expected = {"plain": fill(body.text, words)}
    if body.html:
        expected["html"] = fill(body.html, words, html.escape)
    for subtype, text in expected.items():
        part = parsed.get_body(preferencelist=(subtype,))
        if part is None or _lines(part.get_content()) != _lines(text):
            raise BodyRefused(f"The {subtype} part in {body.language} would arrive changed.")
    if " ".join(parsed["Subject"].split()) != " ".join(fill(body.subject, words).split()):
        raise BodyRefused(f"The subject in {body.language} would arrive changed.")


def _lines(text):
    return text.replace("\r\n", "\n").rstrip("\n")


class _Sample:
    """Stands for a delivery where a body is tried."""

    pk = 1
    address = "reader@example.org"
    message_id = "<sample@example.org>"
