"""Makes an index anew beside the one that answers, and puts it in its place."""

from core.models import ContentVersion
from search.engines.base import EngineAway
from search.engines.embedded import EmbeddedEngine
from search.following import Following


def rebuild(engine, tell=lambda done: None):
    """Let an index with all documents take the place of the engine's. One that was broken off is gone on with."""
    folder = engine.folder
    with folder.lock("rebuilding"):
        beside = _unfinished(engine) or EmbeddedEngine(folder.path, folder.new_generation())
        done = Following(beside).catch_up(tell)
        with folder.lock("writing"):
            folder.put_in_place(beside.place)
    return done


def belongs_here(engine):
    """Whether the engine's index can be read and be one of this database: none of its versions is still to come."""
    try:
        return engine.last_version() <= ContentVersion.objects.number()
    except EngineAway:
        return False


def _unfinished(engine):
    """The latest generation that doesn't answer yet, where it can be gone on with."""
    for place in reversed(engine.folder.generations()):
        beside = EmbeddedEngine(engine.folder.path, place)
        if place != engine.folder.current and beside.exists and belongs_here(beside):
            return beside
    return None
