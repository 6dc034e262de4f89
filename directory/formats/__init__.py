"""The list in other forms than pages, each at the list's own address: `?format=…` behind the filters."""

from directory.formats.registry import answer

__all__ = ["answer"]
