"""Addresses as the ledger knows them: normalised, hashed with a key, signed in return addresses."""

import base64
import hashlib
import hmac
import os
import time
from contextlib import suppress

from django.conf import settings

from mailing.options import read_options


def normalise(address):
    """`address` as it is compared: without case, the domain in ASCII."""
    local, _at, domain = address.strip().casefold().rpartition("@")
    # What is no name that anybody could look up stays: the relay will say so.
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local}@{domain}"


def recipient_key(address):
    """The keyed hash by which an address is known: the same however it is written, and telling nobody what it is."""
    return _keyed("address", normalise(address))[:26]


def sign(purpose, text):
    """A short signature of `text` for a `purpose`, in lower-case letters and digits, as local parts survive them."""
    return _keyed(purpose, text)[:16]


def is_signed(purpose, text, signature):
    return hmac.compare_digest(sign(purpose, text).encode(), signature.lower().encode())


def new_message_id(domain):
    """A Message-ID that nobody guesses. Those made later sort later, which their index likes."""
    return f"<{time.time_ns() // 1_000_000:011x}{os.urandom(10).hex()}@{domain}>"


def _keyed(purpose, text):
    secret = read_options().secret or settings.SECRET_KEY
    digest = hmac.digest(f"mailing.{purpose}:{secret}".encode(), text.encode(), hashlib.sha256)
    return base64.b32encode(digest).decode().lower()
