"""Bringing files of other collections into the directory: read, map, clean, compare, write in batches, report, undo."""
