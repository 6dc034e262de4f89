"""Makes an index anew beside the one that answers, and puts it in its place."""

from core.models import ContentVersion
from search.engines.base import EngineAway
from search.following import Following


def rebuild(engine, tell=lambda done: None):
    """Let an index with all documents take the place of the engine's. One that was broken off is gone on with."""
    with engine.rebuilding():
        beside = next(filter(belongs_here, engine.unfinished()), None) or engine.begin()
        done = Following(beside).catch_up(tell)
        engine.put_in_place(beside)
    return done


def belongs_here(engine):
    """Whether the engine's index can be read and be one of this database."""
    try:
        return is_of_this_database(engine)
    except EngineAway:
        return False


def is_of_this_database(engine):
    """Whether none of its versions is still to come. Raises EngineAway."""
    return engine.last_version() <= ContentVersion.objects.number()
