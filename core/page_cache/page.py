"""A page as it is kept: compressed, with the headers of its answer."""

import gzip
import hashlib
import time
from dataclasses import dataclass
from functools import cached_property

import brotli
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import cc_delim_re
from django.utils.http import parse_etags

BROTLI_QUALITY = 5
GZIP_LEVEL = 6
# Headers of one answer alone, or that belong to the body as it was before.
NOT_KEPT = {"content-length", "date", "etag", "vary", "x-request-id"}
BROWSERS_ASK_AGAIN = "no-cache"


@dataclass(frozen=True)
class KeptPage:
    """The body, compressed, the headers, the entity tag, and when it is to be made anew (seconds since 1970).

    `counted` is the id of the page whose views it counts among, if those are counted.
    """

    brotli: bytes
    headers: dict
    etag: str
    expires: float
    counted: int | None = None

    @classmethod
    def of(cls, response, seconds):
        headers = {name: value for name, value in response.items() if name.lower() not in NOT_KEPT}
        headers |= {"Cache-Control": BROWSERS_ASK_AGAIN, "Vary": "Accept-Encoding, Cookie"}
        digest = hashlib.blake2b(response.content, digest_size=12)
        digest.update(repr(sorted(headers.items())).encode())
        return cls(
            brotli=brotli.compress(response.content, quality=BROTLI_QUALITY),
            headers=headers,
            etag=f'W/"{digest.hexdigest()}"',
            expires=time.time() + seconds,
            counted=getattr(response, "counted_page", None),
        )

    @cached_property
    def gzip(self):
        """The body for the few that know no brotli: made when the first of them asks."""
        return gzip.compress(brotli.decompress(self.brotli), GZIP_LEVEL, mtime=0)

    @property
    def size(self):
        """Bytes that it takes, near enough."""
        return 2 * len(self.brotli) + 2000

    def answer(self, request):
        """What a reader gets who asks for this page: the body in an encoding of theirs, or that theirs still holds."""
        if self.etag in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", "")):
            response = HttpResponseNotModified()
        else:
            response = self._in_encoding(_encodings(request))
        for name, value in self.headers.items():
            if response.status_code != 304 or not name.lower().startswith("content-type"):
                response.headers[name] = value
        response.headers["ETag"] = self.etag
        return response

    def _in_encoding(self, accepted):
        for name in ("br", "gzip"):
            if name in accepted:
                response = HttpResponse(self.brotli if name == "br" else self.gzip)
                response.headers["Content-Encoding"] = name
                break
        else:
            response = HttpResponse(brotli.decompress(self.brotli))
        response.headers["Content-Length"] = str(len(response.content))
        return response


def _encodings(request):
    """The encodings that a browser names and doesn't refuse (RFC 9110, 12.5.3)."""
    accepted = set()
    for part in cc_delim_re.split(request.META.get("HTTP_ACCEPT_ENCODING", "").lower()):
        name, _semicolon, quality = part.partition(";")
        if quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            accepted.add(name.strip())
    return accepted
