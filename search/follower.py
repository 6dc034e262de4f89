"""The thread that keeps this node's index up with the database, in whichever of its processes holds the lock."""

import logging
import time

from django.db import close_old_connections, connections

from core.companions import Companion
from search.engines.current import embedded_engine
from search.following import Following, reconcile
from search.rebuilding import belongs_here, rebuild
from search.word_keeping import WordKeeping

logger = logging.getLogger(__name__)

LOOK_EVERY = 0.5  # seconds
TRY_AGAIN_AFTER = 5  # seconds, where another process follows, and after a failure
RECONCILE_EVERY = 24 * 60 * 60  # seconds


class Follower(Companion):
    """Follows as long as it lives. Where another process of the node does so already, it waits to take its place."""

    def __init__(self, engine=None):
        super().__init__("search-follower")
        self.engine = engine or embedded_engine()

    def run(self):
        while not self.ending.is_set():
            try:
                with self.engine.folder.lock("following", wait=False) as ours:
                    if ours:
                        self._follow()
            except Exception:
                # A database or a disk that is away, mostly. Nothing is lost: what wasn't brought is asked for again.
                logger.exception("The search index can't be kept up with the database for now.")
            finally:
                connections.close_all()
            self.ending.wait(TRY_AGAIN_AFTER)

    def _follow(self):
        """Follow until the process ends, or somebody deletes the folder: the lock went with it."""
        following, words, reconciled_at = Following(self.engine), WordKeeping(), None
        self._see_that_it_belongs_here()
        while not self.ending.is_set() and self.engine.folder.path.exists():
            close_old_connections()
            if following.step():
                continue
            if reconciled_at is None or time.monotonic() - reconciled_at > RECONCILE_EVERY:
                reconcile(self.engine)
                reconciled_at = time.monotonic()
            words.step()
            self.ending.wait(LOOK_EVERY)

    def _see_that_it_belongs_here(self):
        if self.engine.exists and not belongs_here(self.engine):
            logger.warning("The search index can't be read, or isn't this database's. It is made anew.")
            rebuild(self.engine)
