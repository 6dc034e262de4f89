"""Asks a filled site's search, on its engines and as Wagtail comes, and prints what that took as JSON.

Usage: DJANGO_SETTINGS_MODULE=… python -m benchmarks.asking_search SECONDS
"""

import json
import sys
import time
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import django
from django.core.handlers.wsgi import WSGIHandler

from benchmarks.asking import ask, calibrate, milliseconds
from benchmarks.generating import Language, queries

ROUNDS = 3
TYPED = (2, 3, 4, 6)  # letters
# Wagtail's slowest answers take half a minute each, so it's asked a few of every kind.
OF_EACH_KIND = 2


def main(cut_off):
    django.setup()
    from benchmarks.stock_search import ask_stock

    memory = megabytes_of_words()
    fifty = queries({code: Language(code) for code in ("bg", "en")})
    results = {"calibration": milliseconds(calibrate, 20), "words": memory, "engines": {}}
    with engines() as found:
        for name, engine in found.items():
            results["engines"][name] = measure(engine, fifty)
    texts = [text for of_kind in fifty.values() for text, _chosen in of_kind[:OF_EACH_KIND] if text]
    results["beside"] = {"ours": ask_ours(texts), "stock": ask_stock(texts, cut_off)}
    print(json.dumps(results))


@contextmanager
def engines():
    """{name: engine with all documents}; None where no server is reachable."""
    from search.engines.base import EngineAway
    from search.engines.current import embedded_engine
    from search.evaluation.engines import THROWAWAY

    found = {"embedded": embedded_engine()}
    with ExitStack() as stack:
        for name in THROWAWAY.keys() - found.keys():
            try:
                found[name] = filled(stack.enter_context(THROWAWAY[name]()))
            except EngineAway:
                found[name] = None
        yield found


def filled(engine):
    """The engine with all documents of the site."""
    from search.following import BATCH
    from search.models import SearchDocument

    last = 0
    while rows := SearchDocument.objects.filter(pk__gt=last).order_by("pk")[:BATCH].as_rows():
        engine.write(rows)
        last = rows[-1].id
    return engine


def measure(engine, fifty):
    """{what: pairs of times} of an engine."""
    if engine is None:
        return None
    from search.asked import FACETS, Asked
    from search.engines.base import Request
    from search.site import SiteSearch

    asked = [Asked("bg", text, chosen) for of_kind in fifty.values() for text, chosen in of_kind]
    application = WSGIHandler()
    with patch("search.site.answering_engine", lambda: engine):
        of_kinds = {
            kind: times([lambda q=q: SiteSearch(Asked("bg", *q)) for q in of_kind]) for kind, of_kind in fifty.items()
        }
        pages = times([lambda one=one: ask(application, one.url()) for one in asked])
    requests = [Request("bg", understood(one).query, one.chosen, FACETS, limit=1) for one in asked]
    return {
        **of_kinds,
        "ids with all facets": [pair for found in of_kinds.values() for pair in found],
        "page of 20 cards": pages,
        "facets alone": times([lambda one=one: engine.search(one) for one in requests]),
        "typeahead": typeahead(engine, [one.text for one in asked if one.text]),
        "did you mean": times([lambda one=one: understood(one) for one in asked[-len(fifty["mistakes"]) :]]),
    }


def ask_ours(texts):
    """The same that Wagtail is asked, with all facets each time: {what: times in ms}, one for each text."""
    from search.analysis import typed_prefixes
    from search.asked import Asked
    from search.engines.current import embedded_engine
    from search.site import SiteSearch

    ids = [best(lambda text=text: SiteSearch(Asked("bg", text))) for text in texts]
    typed = [best(lambda text=text: embedded_engine().suggest(typed_prefixes(text[:4]), "bg", 20)) for text in texts]
    return {"ids": ids, "ids with three facets": ids, "typeahead": typed}


def best(work):
    return min(by_clock for by_clock, _of_cpu in times([work]))


def understood(asked):
    from search.analysis import understand
    from search.meanings import site_synonyms
    from search.words import site_vocabulary

    return understand(asked.text, asked.language, site_synonyms(), site_vocabulary())


def typeahead(engine, texts):
    from search.analysis import typed_prefixes

    typed = [text[:letters] for text in texts for letters in TYPED]
    work = [lambda text=text: engine.suggest(typed_prefixes(text), "bg", 8) for text in typed]
    return times(work)


def times(work):
    """Pairs of milliseconds by the clock and of CPU for each call in each round, after one that nobody counts."""
    found = []
    for number in range(ROUNDS + 1):
        for one in work:
            started, worked = time.perf_counter(), time.process_time()
            one()
            if number:
                found.append([(time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000])
    return found


def megabytes_of_words():
    """How many words there are, and how much memory the process has more once it holds them."""
    from search.words import site_vocabulary

    before = resident()
    words = len(site_vocabulary())
    return {"count": words, "mb": resident() - before}


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main(float(sys.argv[1]))
