"""Asks a site's WSGI application for addresses and prints what each costs as JSON. Runs in the site's own process.

Usage: DJANGO_SETTINGS_MODULE=… python benchmarks/asking.py TIMES ADDRESS…
"""

import io
import json
import statistics
import sys
import time

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.encoding import iri_to_uri

WARM = 5
BATCHES = 9


def ask(application, address):
    """Take the whole answer to one request, as gunicorn would; returns its body."""
    path, _mark, query = iri_to_uri(address).partition("?")
    answered = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
    }
    response = application(environ, lambda status, headers: answered.append(status))
    body = b"".join(response)
    response.close()
    if not answered[0].startswith("200"):
        raise SystemExit(f"{address} answered {answered[0]}")
    return body


def milliseconds(work, times):
    """CPU time of one call in ms: the median of several batches."""
    batches = []
    for _batch in range(BATCHES):
        started = time.process_time()
        for _time in range(times):
            work()
        batches.append((time.process_time() - started) * 1000 / times)
    return statistics.median(batches)


def calibrate():
    """A fixed piece of pure Python; tells how fast this machine is at this moment."""
    return sum(number * number % 7 for number in range(20_000))


def measure(application, address, times):
    for _time in range(WARM):
        body = ask(application, address)
    with CaptureQueriesContext(connection) as captured:
        ask(application, address)
    return {
        "queries": len(captured),
        "bytes": len(body),
        "ms": milliseconds(lambda: ask(application, address), times),
    }


def main(times, addresses):
    django.setup()
    application = WSGIHandler()
    results = {"calibration": milliseconds(calibrate, 20)}
    kept = getattr(settings, "PAGE_CACHE_SECONDS", 0)
    for address in addresses:
        settings.PAGE_CACHE_SECONDS = 0
        results[address] = {"uncached": measure(application, address, times)}
        if kept:
            settings.PAGE_CACHE_SECONDS = kept
            results[address]["cached"] = measure(application, address, times * 20)
    print(json.dumps(results))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
