"""Return addresses that say which delivery came back, signed so that nobody can make one up (VERP)."""

import re

from mailing.addresses import is_signed, sign
from mailing.options import read_options

BOUNCE, UNSUBSCRIBE = "b", "u"
_OURS = re.compile(r"\+([bu])-([0-9]{1,19})-([0-9a-f]{16})@", re.IGNORECASE | re.ASCII)


def bounce_address(key):
    """The envelope's sender for the delivery with this primary key; empty without a mailbox for it."""
    return _address(BOUNCE, key)


def unsubscribe_address(key):
    """Whom to write to in order to get no more of this mailing's list; empty without a mailbox for it."""
    return _address(UNSUBSCRIBE, key)


def read_address(text):
    """What (purpose, primary key) an address of ours says; None where it isn't one, or its signature is not ours."""
    match = _OURS.search(text)
    if match is None:
        return None
    purpose, key = match[1].lower(), match[2]
    return (purpose, int(key)) if is_signed(f"verp.{purpose}", key, match[3]) else None


def _address(purpose, key):
    local, at, domain = read_options().return_address.rpartition("@")
    if not at:
        return ""
    return f"{local}+{purpose}-{key}-{sign(f'verp.{purpose}', str(key))}@{domain}"
