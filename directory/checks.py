"""System checks: what the directory's settings say can be done."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error

from directory.formats.licences import LICENCES

NEEDED = ("{z}", "{x}", "{y}")


def check_licence(app_configs, **_options):
    """OPEN_DATA_LICENCE names a licence that we know."""
    if settings.OPEN_DATA_LICENCE in LICENCES:
        return []
    known = ", ".join(LICENCES)
    return [Error(f"OPEN_DATA_LICENCE is none of: {known}.", hint="docs/settings.md", id="directory.E001")]


def check_tiles(app_configs, **_options):
    """MAP_TILE_URL is an encrypted address with the places of a tile in it, and says whose tiles they are."""
    url = settings.MAP_TILE_URL
    if not url:
        return []
    # What would end the directive or the header that names the server.
    is_address = urlsplit(url).scheme == "https" and not set(url) & set(" ;,'\"\r\n")
    problems = []
    if not (is_address and all(place in url for place in NEEDED)):
        problems.append(Error("MAP_TILE_URL is no https address with {z}, {x} and {y}.", id="directory.E002"))
    if not settings.MAP_TILE_ATTRIBUTION:
        problems.append(Error("MAP_TILE_URL needs MAP_TILE_ATTRIBUTION.", id="directory.E003"))
    return problems
