"""The indexes on the server: generations, each with an alias of its own, and the alias of the one that answers."""

import re
import time

from elasticsearch import NotFoundError

from search.engines.elasticsearch.mapping import MAPPINGS, SCHEMA_VERSION, SETTINGS

# Writing goes through an alias that must exist: the server would make a missing index, without our mapping.
_WRITING = "-writing"


class Generations:
    """Those of the alias `name`, on the server of `connection`. Names tell their age: the oldest is the first."""

    def __init__(self, connection, name):
        self.connection, self.name = connection, name

    @property
    def _indices(self):
        return self.connection.patient_client().indices

    @property
    def _prefix(self):
        return f"{self.name}-{SCHEMA_VERSION}-"

    @property
    def current(self):
        """The generation that answers, or None. One whose fields are others than today's doesn't count."""
        try:
            found = self._indices.get_alias(name=self.name, filter_path="*.aliases")
        except NotFoundError:
            return None
        return next((index for index in found if index.startswith(self._prefix)), None)

    def all(self):
        """Those with today's fields, oldest first."""
        return [index for index in self._everything() if index.startswith(self._prefix)]

    def begin(self):
        """Make an empty generation; it doesn't answer yet."""
        made = f"{self._prefix}{time.time_ns()}"
        self._indices.create(index=made, mappings=MAPPINGS, settings=SETTINGS, aliases={writing_alias(made): {}})
        return made

    def put_in_place(self, generation):
        """Let `generation` answer from now on and remove those before it, all at once."""
        others = [index for index in self._everything() if index != generation]
        # One that was begun later belongs to somebody who is about to put it in place.
        older = [index for index in others if not index > generation or not index.startswith(self._prefix)]
        actions = [{"remove_index": {"index": index}} for index in older]
        if later := [index for index in others if index not in older]:
            actions.append({"remove": {"indices": later, "alias": self.name, "must_exist": False}})
        actions.append({"add": {"index": generation, "alias": self.name}})
        self._indices.update_aliases(actions=actions)

    def remove_all(self):
        """Remove everything of this name, as if it had never been."""
        if indexes := self._everything():
            self._indices.delete(index=indexes)

    def _everything(self):
        # Beside us may be those of another name that begins with ours.
        ours = re.compile(rf"{re.escape(self.name)}-\d+-\d+")
        return sorted(filter(ours.fullmatch, self._indices.get(index=f"{self.name}-*", filter_path="*.aliases")))


def writing_alias(generation):
    """Through which a generation is written."""
    return f"{generation}{_WRITING}"
