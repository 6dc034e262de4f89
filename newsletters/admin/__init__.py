"""Newsletters in the admin."""
