"""Asks the log of a Postfix on this machine which messages it accepted."""

import re

_MESSAGE_ID = re.compile(r"\bmessage-id=(<[^<>\s]+>)", re.ASCII)


def accepted(path, message_ids):
    """Those of `message_ids` that the log at `path` has. What it lacks may have come before it began."""
    wanted = set(message_ids)
    with open(path, encoding="utf-8", errors="replace") as log:
        return {match[1] for line in log if (match := _MESSAGE_ID.search(line)) and match[1] in wanted}
