"""Videos of providers that readers may load with a click. The server itself never asks a provider for anything."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

# The only hosts that a page may show in a frame; the content security policy lists the same ones.
EMBED_FRAME_HOSTS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")

_YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com", "youtu.be"}
_VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO_PATH = re.compile(r"/(?:video/)?(?P<id>\d{1,12})(?:/(?P<hash>[0-9a-f]{1,20}))?/?", re.ASCII)


@dataclass(frozen=True)
class Video:
    """A video by its provider's name, with the address of the frame that plays it."""

    provider: str
    frame_url: str


def find_video(url):
    """The `Video` that an address leads to, or None where the address is not one of a known provider's videos."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    if host in _YOUTUBE_HOSTS:
        return _youtube(parts)
    if host in _VIMEO_HOSTS:
        return _vimeo(parts)
    return None


def _youtube(parts):
    steps = parts.path.strip("/").split("/")
    if parts.hostname == "youtu.be":
        candidate = steps[0]
    elif steps[0] in ("embed", "shorts", "live") and len(steps) > 1:
        candidate = steps[1]
    else:
        candidate = parse_qs(parts.query).get("v", [""])[0]
    if not _YOUTUBE_ID.fullmatch(candidate):
        return None
    return Video("YouTube", f"{EMBED_FRAME_HOSTS[0]}/embed/{candidate}?autoplay=1&rel=0")


def _vimeo(parts):
    found = _VIMEO_PATH.fullmatch(parts.path)
    if not found:
        return None
    private = f"&h={found['hash']}" if found["hash"] else ""
    return Video("Vimeo", f"{EMBED_FRAME_HOSTS[1]}/video/{found['id']}?autoplay=1&dnt=1{private}")
