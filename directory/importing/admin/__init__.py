"""Imports in the admin: upload, mapping, rehearsal, run, result, undo; the table of values; the history."""
