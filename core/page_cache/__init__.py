"""Whole pages, compressed once, for readers who are not signed in. Never wrong: the content version is in every key."""
