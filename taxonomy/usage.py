"""Where to look at what has a term or topic: apps register a listing of theirs in `AppConfig.ready()`."""

_listings = []


def register(label, address):
    """Offer a link `label` in the lists of terms and topics; `address(word)` gives it, or "" where there is none."""
    if (label, address) not in _listings:
        _listings.append((label, address))


def links(word):
    """[(label, address)] of the listings that show what has `word`, a term or topic."""
    found = ((label, address(word)) for label, address in _listings)
    return [(label, url) for label, url in found if url]
