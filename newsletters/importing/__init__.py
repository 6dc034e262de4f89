"""Subscribers from elsewhere, with the proof that they agreed."""
