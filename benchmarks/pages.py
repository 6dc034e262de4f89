"""What home, a list and a post cost, beside the home page of a bare Wagtail site: `python -m benchmarks.pages`.

Both sites are made anew in a temporary folder and asked in the same run, one after the other and then again, so that
the ratios hold on a machine that others use too.
"""

import json
import tempfile
from pathlib import Path

from benchmarks.sites import ROOT, make_bare, make_ours, run

TIMES = 40
ROUNDS = 3
# Page, address, and the most that it may cost as a multiple of the bare home page.
PAGES = [
    ("home", "/bg/", 2.4),
    ("list", "/bg/novini/", 2.0),
    ("post", "/bg/novini/kakav-tsentar-ni-tryabva-blagoevgrad/", 1.5),
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = make_ours(Path(folder) / "ours"), make_bare(Path(folder) / "bare")
        addresses = [address for _name, address, _most in PAGES]
        rounds = [(measure(*ours, addresses), measure(*bare, ["/"])) for _round in range(ROUNDS)]
    # The round in which the machine was least busy.
    ours, bare = min(rounds, key=lambda both: both[0]["calibration"] + both[1]["calibration"])
    show(ours, bare)


def measure(folder, environment, addresses):
    """What each address costs, asked in a process of the site's own."""
    return json.loads(run(folder, environment, "-P", str(ROOT / "benchmarks" / "asking.py"), str(TIMES), *addresses))


def show(ours, bare):
    bare_home = bare["/"]["uncached"]
    print(f"calibration loop: {ours['calibration']:.2f} ms here, {bare['calibration']:.2f} ms beside the bare site\n")
    print(f"{'page':<12}{'queries':>8}{'CPU ms':>9}{'× bare':>8}{'goal':>7}{'cached ms':>11}{'queries':>9}{'bytes':>8}")
    print(f"{'bare home':<12}{bare_home['queries']:>8}{bare_home['ms']:>9.2f}{1:>8.2f}")
    speed = bare["calibration"] / ours["calibration"]
    for name, address, most in PAGES:
        uncached, cached = ours[address]["uncached"], ours[address]["cached"]
        ratio = uncached["ms"] * speed / bare_home["ms"]
        print(
            f"{name:<12}{uncached['queries']:>8}{uncached['ms']:>9.2f}{ratio:>8.2f}{most:>7.1f}"
            f"{cached['ms']:>11.3f}{cached['queries']:>9}{cached['bytes']:>8}"
        )


if __name__ == "__main__":
    main()
