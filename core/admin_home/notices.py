"""What everybody must know at once on the dashboard: apps register a callable in `AppConfig.ready()`.

It takes the request and returns a text (a lazy one is fine), or nothing while all is well.
"""

_callables = []


def register(notice):
    """Ask `notice(request)` each time that somebody opens the dashboard."""
    if notice not in _callables:
        _callables.append(notice)


def unregister(notice):
    if notice in _callables:
        _callables.remove(notice)


def current(request):
    """What there is to say now, in the order of registration."""
    return [text for notice in _callables if (text := notice(request))]
