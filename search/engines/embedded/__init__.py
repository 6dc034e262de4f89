"""The engine without a server: a tantivy index in a folder of each node."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
