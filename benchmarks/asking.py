"""Asks a site's WSGI application for addresses and prints what each costs as JSON. Runs in the site's own process.

Usage: DJANGO_SETTINGS_MODULE=… python benchmarks/asking.py TIMES ADDRESS…

An address that ends in a * stands for all that the page before it links to right below itself; what is told of them is
what one costs on the average.
"""

import io
import itertools
import json
import re
import statistics
import sys
import time

import django
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.encoding import iri_to_uri
from django.utils.module_loading import import_string

WARM = 5
BATCHES = 20


def ask(application, address, encodings="gzip, br"):
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
        "HTTP_ACCEPT_ENCODING": encodings,
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


def addresses_of(application, pattern):
    """The addresses that `pattern` stands for."""
    if not pattern.endswith("*"):
        return [pattern]
    above = pattern.removesuffix("*")
    body = ask(application, above, encodings="identity").decode()
    return sorted(set(re.findall(rf'href="({re.escape(above)}[^/"?#]+/)"', body)))


def milliseconds(work, times):
    """CPU time of one call in ms: that of the batch that was the least disturbed but for a tenth of them."""
    batches = []
    for _batch in range(BATCHES):
        started = time.process_time()
        for _time in range(times):
            work()
        batches.append((time.process_time() - started) * 1000 / times)
    return statistics.quantiles(batches, n=10)[0]


def calibrate():
    """A fixed piece of pure Python; tells how fast this machine is at this moment."""
    return sum(number * number % 7 for number in range(20_000))


def measure(application, addresses, times):
    """What one of `addresses` costs, each asked as often as the others."""
    for _time in range(WARM):
        bodies = [ask(application, address) for address in addresses]
    with CaptureQueriesContext(connection) as captured:
        for address in addresses:
            ask(application, address)
    queries = len(captured)  # before the next request empties the log
    rounds = max(1, times // len(addresses))
    spent = milliseconds(lambda: [ask(application, address) for address in addresses], rounds)
    return {
        "queries": queries / len(addresses),
        "bytes": sum(map(len, bodies)) // len(bodies),
        "ms": spent / len(addresses),
    }


def measure_first(application, addresses, times):
    """CPU time in ms of the first answer at an address: it is made, compressed and kept for whoever asks next."""
    numbers = itertools.count()
    rounds = max(1, times // len(addresses))

    def ask_anew():
        for address in addresses:
            ask(application, f"{address}?nobody-asked={next(numbers)}")

    return milliseconds(ask_anew, rounds) / len(addresses)


def main(times, patterns):
    django.setup()
    application = import_string(settings.WSGI_APPLICATION)  # as a server has it
    results = {"calibration": milliseconds(calibrate, 20)}
    kept = getattr(settings, "PAGE_CACHE_SECONDS", 0)
    for pattern in patterns:
        settings.PAGE_CACHE_SECONDS = 0
        addresses = addresses_of(application, pattern)
        results[pattern] = {"addresses": len(addresses), "uncached": measure(application, addresses, times)}
        if kept:
            settings.PAGE_CACHE_SECONDS = kept
            results[pattern]["first"] = measure_first(application, addresses, times)
            results[pattern]["cached"] = measure(application, addresses, times * 10)
    print(json.dumps(results))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
