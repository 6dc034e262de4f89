"""What stands above the foot of every page: a registry that apps fill in `AppConfig.ready()`.

A part is a callable that returns HTML, or nothing. Whole pages are kept, so it may not depend on the reader.
"""

_parts = []


def register_part(show):
    if show not in _parts:
        _parts.append(show)


def parts():
    """What the parts have to show now, in the order of their registration."""
    return [html for show in _parts if (html := show())]
