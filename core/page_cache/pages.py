"""Where pages are kept: in this process, and in the cache that all processes share where there is one."""

import hashlib
import time
from collections import OrderedDict
from threading import Lock

from django.conf import settings
from django.core.cache import caches

from core.page_cache.release import release

SHARED = "pages"


class KeptPages:
    """The pages of one content version, the least recently asked for leaving first when PAGE_CACHE_BYTES are full."""

    def __init__(self):
        self._pages, self._version, self._bytes, self._lock = OrderedDict(), None, 0, Lock()

    def get(self, version, address):
        """The page kept under `address` in `version`, or None."""
        with self._lock:
            if version == self._version and address in self._pages:
                page = self._pages[address]
                if page.expires > time.time():
                    self._pages.move_to_end(address)
                    return page
        if SHARED in settings.CACHES:
            page = caches[SHARED].get(_key(version, address))
            if page is not None:
                self._keep(version, address, page)
            return page
        return None

    def put(self, version, address, page):
        self._keep(version, address, page)
        if SHARED in settings.CACHES:
            caches[SHARED].set(_key(version, address), page, timeout=max(1, int(page.expires - time.time())))

    def _keep(self, version, address, page):
        with self._lock:
            if version != self._version:
                self._pages.clear()
                self._version, self._bytes = version, 0
            if old := self._pages.pop(address, None):
                self._bytes -= old.size
            self._pages[address] = page
            self._bytes += page.size
            while self._bytes > settings.PAGE_CACHE_BYTES:
                self._bytes -= self._pages.popitem(last=False)[1].size


def _key(version, address):
    return f"{release()}:{version}:{hashlib.sha256(address.encode()).hexdigest()}"
