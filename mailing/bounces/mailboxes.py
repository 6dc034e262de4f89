"""Where mail for the return address is fetched from. Each message is dealt with before it is taken away."""

import imaplib
import mailbox
import ssl
from urllib.parse import unquote, urlsplit


def from_maildir(path):
    """Yield the bytes of each message of a Maildir, and delete it once the caller asks for the next one."""
    box = mailbox.Maildir(path, create=False)
    for key in list(box.keys()):
        yield box.get_bytes(key)
        box.discard(key)


def from_imap(url):
    """The same for the mailbox at `imaps://user:password@host/folder` (`imap://` speaks without encryption)."""
    parts = urlsplit(url)
    with _connect(parts) as server:
        server.login(unquote(parts.username or ""), unquote(parts.password or ""))
        _expect(server.select(_quoted(unquote(parts.path.strip("/")) or "INBOX")))
        for uid in _expect(server.uid("SEARCH", "UNDELETED"))[0].split():
            fetched = _expect(server.uid("FETCH", uid, "(BODY.PEEK[])"))
            if isinstance(fetched[0], tuple):
                yield fetched[0][1]
            _expect(server.uid("STORE", uid, "+FLAGS", r"(\Deleted)"))
        _expect(server.expunge())


def _connect(parts):
    if parts.scheme == "imap":
        return imaplib.IMAP4(parts.hostname, parts.port or imaplib.IMAP4_PORT, timeout=60)
    context = ssl.create_default_context()
    return imaplib.IMAP4_SSL(parts.hostname, parts.port or imaplib.IMAP4_SSL_PORT, ssl_context=context, timeout=60)


def _expect(answer):
    status, data = answer
    if status != "OK":
        raise imaplib.IMAP4.error(f"{status}: {data}")
    return data


def _quoted(folder):
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
