"""The editors' side of the directory."""
