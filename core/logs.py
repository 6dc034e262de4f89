"""Logs that a person and a machine can trust: one record is one line, and every line knows its request."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

# The id of the request that is being answered, empty outside of one.
request_id = ContextVar("request_id", default="")


class OneLineFormatter(logging.Formatter):
    """A record as one line of JSON in ASCII: no text that a visitor sends can begin a line or hide one."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)
