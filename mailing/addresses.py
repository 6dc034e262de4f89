"""Addresses as the ledger knows them: normalised, hashed with a key, signed in return addresses."""

import hmac
import os
import time
from contextlib import suppress
from functools import lru_cache

from django.conf import settings

from mailing.options import read_options


def deliverable(address):
    """`address` as mail servers take it: the domain in ASCII, what stands before it as it was given."""
    local, _at, domain = address.strip().rpartition("@")
    return f"{local}@{_in_ascii(domain)}"


def normalise(address):
    """`address` as it is compared: deliverable, and without case."""
    return deliverable(address).casefold()


def recipient_key(address):
    """The keyed hash by which an address is known: the same however it is written, and telling nobody what it is."""
    return _keyed("address", normalise(address))[:32]


def sign(purpose, text):
    """A short signature of `text` for a `purpose`, in hexadecimal digits, which survive in local parts."""
    return _keyed(purpose, text)[:16]


def is_signed(purpose, text, signature):
    return hmac.compare_digest(sign(purpose, text).encode(), signature.lower().encode())


def new_message_id(domain):
    """A Message-ID that nobody guesses. Those made later sort later, which their index likes."""
    return f"<{time.time_ns() // 1_000_000:011x}{os.urandom(10).hex()}@{domain}>"


@lru_cache(maxsize=10_000)
def _in_ascii(domain):
    # What is no name that anybody could look up stays: the relay will say so.
    with suppress(UnicodeError):
        return domain.encode("idna").decode("ascii")
    return domain


def _keyed(purpose, text):
    return hmac.digest(_key(purpose, read_options().secret or settings.SECRET_KEY), text.encode(), "sha256").hex()


@lru_cache(maxsize=16)
def _key(purpose, secret):
    return f"mailing.{purpose}:{secret}".encode()
