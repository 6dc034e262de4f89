"""The headers of a mailing's messages."""

from email.header import Header
from email.utils import formatdate

from django.core.mail.message import sanitize_address

from mailing.bounces.verp import unsubscribe_address


def fixed_headers(mailing, language):
    """Those that all messages of a mailing in one language share, as bytes."""
    headers = [("From", sanitize_address(mailing.sender, "utf-8"))]
    if mailing.reply_to:
        headers.append(("Reply-To", sanitize_address(mailing.reply_to, "utf-8")))
    if mailing.list_id:
        headers += [("List-Id", encode_list_id(mailing.list_id)), ("Precedence", "bulk")]
    if mailing.automatic:
        headers.append(("Auto-Submitted", "auto-generated"))
    headers += [("Content-Language", language), ("MIME-Version", "1.0")]
    return join_headers(headers)


def own_headers(mailing, delivery, subject, words):
    """Those of one message, as bytes. `subject` is encoded already, `words` are in one line."""
    headers = [
        ("Date", formatdate(localtime=False)),
        ("To", delivery.address),
        ("Subject", subject),
        ("Message-ID", delivery.message_id),
    ]
    # RFC 8058: the address that a mail program posts to comes first; it asks for nothing else.
    targets = [words[name] for name in ("unsubscribe_post_url",) if words.get(name)]
    one_click = bool(targets)
    if words.get("unsubscribe_url") and not targets:
        targets.append(words["unsubscribe_url"])
    if mailing.list_id and (mailto := unsubscribe_address(delivery.pk)):
        targets.append(f"mailto:{mailto}?subject=unsubscribe")
    if targets:
        headers.append(("List-Unsubscribe", ", ".join(f"<{target}>" for target in targets)))
    if one_click:
        headers.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return join_headers(headers)


def join_headers(headers):
    """Header lines as bytes. Raises ValueError for a value that would begin another header."""
    lines = []
    for name, value in headers:
        if value.replace("\r\n ", "").splitlines() not in ([value.replace("\r\n ", "")], []):
            raise ValueError(f"{name} has a line break in it.")
        lines.append(f"{name}: {value}\r\n")
    return "".join(lines).encode()


def encode_subject(text):
    """A subject in as many lines as it needs, each continued by a space."""
    return Header(" ".join(text.split()), _charset(text), header_name="Subject").encode(linesep="\r\n")


def encode_list_id(list_id):
    """`Name <id.example.org>`, the name encoded where it has to be."""
    name, _bracket, rest = list_id.rpartition("<")
    if name.isascii():
        return list_id
    return f"{Header(name.strip(), 'utf-8', header_name='List-Id').encode(linesep=chr(13) + chr(10))} <{rest}"


def _charset(text):
    return "us-ascii" if text.isascii() else "utf-8"
