"""What home, a list and a post cost, beside the home page of a bare Wagtail site: `python -m benchmarks.pages`.

Both sites are made anew in a temporary folder and asked in turn, so that the ratios hold on a machine that others use
too. "Uncached" is a page that is made for one reader, as for those who are signed in; what pages share is at hand by
then. "First" is one that is made for everybody and kept.
"""

import json
import statistics
import tempfile
from pathlib import Path

from benchmarks.sites import ROOT, make_bare, make_ours, run

TIMES = 22
ROUNDS = 5
# Page, address, and the most that it may cost as a multiple of the bare home page. Of posts, all that the list shows.
PAGES = [("home", "/bg/", 2.4), ("list", "/bg/novini/", 2.0), ("post", "/bg/novini/*", 1.5)]


def main():
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = make_ours(Path(folder) / "ours"), make_bare(Path(folder) / "bare")
        addresses = [address for _name, address, _most in PAGES]
        show([(measure(*ours, addresses), measure(*bare, ["/"])) for _round in range(ROUNDS)])


def measure(folder, environment, addresses):
    """What each address costs, asked in a process of the site's own."""
    return json.loads(run(folder, environment, "-P", str(ROOT / "benchmarks" / "asking.py"), str(TIMES), *addresses))


def show(rounds):
    speeds = [site["calibration"] for both in rounds for site in both]
    print(
        f"calibration loop: {min(speeds):.2f} to {max(speeds):.2f} ms in {len(rounds)} rounds, of which the medians\n"
    )
    print(f"{'page':<12}{'queries':>8}{'CPU ms':>9}{'× bare':>8}{'from – to':>13}{'goal':>6}", end="")
    print(f"{'first ms':>10}{'cached ms':>11}{'queries':>9}{'bytes':>8}")
    bare = [bare["/"]["uncached"] for _ours, bare in rounds]
    print(f"{'bare home':<12}{bare[0]['queries']:>8.1f}{median(bare):>9.2f}{1:>8.2f}")
    for name, address, most in PAGES:
        found = [ours[address] for ours, _bare in rounds]
        uncached, cached = [one["uncached"] for one in found], [one["cached"] for one in found]
        first = statistics.median(one["first"] for one in found)
        ratios = [one["ms"] / beside["ms"] for one, beside in zip(uncached, bare, strict=True)]
        print(
            f"{name:<12}{uncached[0]['queries']:>8.1f}{median(uncached):>9.2f}{statistics.median(ratios):>8.2f}"
            f"{f'{min(ratios):.2f} – {max(ratios):.2f}':>13}{most:>6.1f}{first:>10.2f}"
            f"{median(cached):>11.3f}{cached[0]['queries']:>9.1f}{cached[0]['bytes']:>8}"
        )


def median(costs):
    return statistics.median(cost["ms"] for cost in costs)


if __name__ == "__main__":
    main()
