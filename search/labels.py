"""What follows when a topic, a term, a place or a person is called otherwise: all that say so are written anew."""

from core.changes.transactions import at_the_end
from search.sources import sources
from search.tasks import write_objects
from search.writing import objects_changed

# So many objects are written with the change of a label; more are left to the background.
AT_ONCE = 500


def label_changed(thing):
    """Write those anew that say what `thing` is called."""
    at_the_end(_write_having, [thing])


def label_goes(thing):
    """Write those anew that say what `thing` is called, which is about to be deleted."""
    for kind, source in sources().items():
        objects_changed(kind, list(source.having(thing)))


def _write_having(_number, things):
    for kind, source in sources().items():
        object_ids = list(dict.fromkeys(str(one) for thing in things for one in source.having(thing)))
        if len(object_ids) <= AT_ONCE:
            objects_changed(kind, object_ids)
            continue
        for start in range(0, len(object_ids), AT_ONCE):
            write_objects.enqueue(kind, object_ids[start : start + AT_ONCE])
