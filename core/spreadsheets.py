"""What people wrote, on its way into a table that a spreadsheet opens."""

# What spreadsheets take for the beginning of a formula (OWASP, CSV injection), also in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text):
    """`text` with an apostrophe before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(FORMULA) else text
