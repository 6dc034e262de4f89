"""The admin's area "Search"."""
