"""E-mail addresses: as they are stored, as they are counted, as strangers may see them."""

from members.querysets import tidy_email


def normalised(address):
    """`address` as it is stored: small letters, an international domain in its ASCII form (RFC 5891)."""
    local, at, domain = tidy_email(address).rpartition("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:  # no domain; whoever checks addresses says so
        return f"{local}{at}{domain}"
    return f"{local}{at}{domain}"


def mailbox_of(address):
    """The mailbox behind an address: `me+news@example.org` is read where `me@example.org` is (RFC 5233)."""
    local, at, domain = normalised(address).rpartition("@")
    return f"{local.partition('+')[0] or local}{at}{domain}"


def masked(address):
    """What recalls an address to its owner and tells it to nobody else: m•••@e•••.org."""
    local, _at, domain = address.rpartition("@")
    name, dot, ending = domain.rpartition(".")
    return f"{local[:1]}•••@{name[:1]}•••{dot}{ending}"
