"""What search costs at scale, beside Wagtail: `python -m benchmarks.search --sizes 10000,100000 --databases sqlite`.

For each database one site is made in a temporary folder and grown from size to size with generated news, each of which
is a document for the readers of both languages. Fifty queries of every kind are asked on the embedded engine and on the
Elasticsearch that the environment names; `python -m tests.services elasticsearch -- python -m …` starts one.
Some of them are asked on Wagtail's search with the same news, in the same process. Compare times within one run, or by
the calibration loop. Where others use the machine, CPU time tells more than the clock.
"""

import argparse
import json
import os
import statistics
import tempfile
from contextlib import nullcontext
from pathlib import Path

from benchmarks.sites import make_ours, run
from tests.services import elasticsearch, postgres

DATABASES = {"sqlite": nullcontext, "postgres": postgres.running}
# Most ms at the median and at the 95th percentile, of the embedded engine; typeahead's of CPU time.
GOALS = {"ids with all facets": (10, 40), "page of 20 cards": (None, 60), "typeahead": (None, 5)}
SAVE_GOAL = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000", help="numbers of news, rising")
    parser.add_argument("--databases", default="sqlite")
    parser.add_argument("--cut-off", type=float, default=30, help="seconds after which Wagtail's search is cut off")
    parser.add_argument("--stock-rows", type=int, default=10**9, help="most news that Wagtail's index gets at a size")
    options = parser.parse_args()
    for database in options.databases.split(","):
        with tempfile.TemporaryDirectory() as folder, DATABASES[database]() as found:
            site = make_ours(Path(folder) / "ours", **_servers(), **(found or {}))
            for size in options.sizes.split(","):
                filled = _run(site, "filling_search", size, str(options.stock_rows))
                asked = _run(site, "asking_search", str(options.cut_off))
                show(f"{database}, {int(size):,} news", filled, asked, options.cut_off * 1000)


def show(title, filled, asked, cut_off):
    words = asked["words"]
    print(f"\n{title} · index {filled['index_mb']:.0f} MB · {words['count']:,} words in {words['mb']:.0f} MB of memory")
    print(f"calibration loop: {filled['calibration']:.2f} ms while filling, {asked['calibration']:.2f} ms while asking")
    for engine, measured in asked["engines"].items():
        show_engine(engine, measured, asked["calibration"])
    show_stock(asked["beside"], cut_off)
    show_filling(filled)


def show_engine(engine, measured, calibration):
    if measured is None:
        print(f"\n{engine}: no server is reachable")
        return
    print(f"\n{engine:<26}{'p50 ms':>9}{'p95 ms':>9}{'p50 CPU':>9}{'p95 CPU':>9}{'p50 loops':>11}{'goal':>9}")
    for what, pairs in measured.items():
        columns = [[pair[at] for pair in pairs] for at in (0, 1)]
        numbers = [figure for times in columns for figure in (statistics.median(times), percentile(times, 0.95))]
        goals = "/".join("–" if most is None else str(most) for most in GOALS.get(what, ()))
        shown = "".join(f"{number:>9.2f}" for number in numbers)
        print(f"{what:<26}{shown}{numbers[2] / calibration:>11.1f}{goals:>9}")


def show_stock(beside, cut_off):
    print(f"\n{'Wagtail, as it comes':<26}{'p50 ms':>9}{'p95 ms':>9}{'× ours':>11}{'cut off':>12}")
    for what, times in beside["stock"].items():
        ratio = statistics.median(stock / ours for stock, ours in zip(times, beside["ours"][what], strict=True))
        ended = sum(time >= cut_off for time in times)
        print(
            f"{what:<26}{statistics.median(times):>9.1f}{percentile(times, 0.95):>9.1f}{ratio:>11.0f}"
            f"{f'{ended} of {len(times)}':>12}"
        )


def show_filling(filled):
    print(f"\n{'documents a second':<26}{'clock':>9}{'CPU':>9}")
    for what, (clock, cpu) in filled["rates"].items():
        print(f"{what:<26}{clock:>9,.0f}{cpu:>9,.0f}")
    added, after = filled["saves"]["added_ms"], filled["saves"]["found_after_ms"]
    print(f"a save adds {added:.1f} ms of CPU time (goal: {SAVE_GOAL}), and is in the index {after:.0f} ms later")


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def _servers():
    """Of the environment, what says where Elasticsearch is: an operator's names, or that of `tests.services`."""
    theirs = {name: value for name, value in os.environ.items() if name.startswith("SEARCH_")}
    return {"SEARCH_ELASTICSEARCH_URL": os.environ.get(elasticsearch.URL, "")} | theirs


def _run(site, program, *arguments):
    return json.loads(run(*site, "-m", f"benchmarks.{program}", *arguments))


if __name__ == "__main__":
    main()
