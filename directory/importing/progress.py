"""A bar that says how far an import is."""

from time import monotonic

_WIDTH = 30
_LINES_EVERY = 10  # seconds, where nobody looks at a terminal


class Progress:
    """Draws on `stream` while that is a terminal; else writes a line from time to time."""

    def __init__(self, stream, run, *, quiet=False):
        self._stream, self._total, self._quiet = stream, run.total, quiet
        self._begin, self._first = monotonic(), run.cursor
        self._last = self._begin
        self._drawn = False

    def show(self, done):
        if self._quiet:
            return
        now = monotonic()
        speed = (done - self._first) / max(now - self._begin, 0.001)
        text = f"{done}/{self._total}  {speed:.0f}/s"
        if self._stream.isatty():
            full = round(_WIDTH * done / max(self._total, 1))
            self._stream.write(f"\r[{'#' * full}{'.' * (_WIDTH - full)}] {text} ", ending="")
            self._stream.flush()
            self._drawn = True
        elif now - self._last > _LINES_EVERY:
            self._stream.write(text)
            self._last = now

    def end(self):
        if self._drawn:
            self._stream.write("")
