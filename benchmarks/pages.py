"""What home, a list and a post cost, beside the home page of a bare Wagtail site: `python -m benchmarks.pages`.

Both sites are made anew in a temporary folder and asked in the same run, one after the other and then again, so that
the ratios hold on a machine that others use too.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TIMES = 40
ROUNDS = 3
# Page, address, and the most that it may cost as a multiple of the bare home page.
PAGES = [
    ("home", "/bg/", 2.4),
    ("list", "/bg/novini/", 2.0),
    ("post", "/bg/novini/kakav-tsentar-ni-tryabva-blagoevgrad/", 1.5),
]
BARE_SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "benchmarks"
ALLOWED_HOSTS = ["localhost"]
DATABASES["default"]["CONN_MAX_AGE"] = 60
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = make_ours(Path(folder) / "ours"), make_bare(Path(folder) / "bare")
        addresses = [address for _name, address, _most in PAGES]
        rounds = [(measure(*ours, addresses), measure(*bare, ["/"])) for _round in range(ROUNDS)]
    # The round in which the machine was least busy.
    ours, bare = min(rounds, key=lambda both: both[0]["calibration"] + both[1]["calibration"])
    show(ours, bare)


def make_ours(folder):
    """The demonstration site; returns where and how its commands run."""
    folder.mkdir()
    path = os.pathsep.join([".", "platform"])
    environment = _environment("benchmarks.settings", VAR_DIR=str(folder), PYTHONPATH=path)
    for command in (["compile_catalogues"], ["migrate"], ["collectstatic", "--noinput"], ["seed_demo"]):
        _run(ROOT, environment, "manage.py", *command, "--verbosity", "0")
    return ROOT, environment


def make_bare(folder):
    """What `wagtail start` makes, with its own home page; returns where and how its commands run."""
    folder.mkdir()
    _run(folder, _environment(""), "-m", "wagtail.bin.wagtail", "start", "bare", str(folder))
    (folder / "bare" / "settings" / "benchmark.py").write_text(BARE_SETTINGS)
    environment = _environment("bare.settings.benchmark", PYTHONPATH=str(folder))
    for command in (["migrate"], ["collectstatic", "--noinput"]):
        _run(folder, environment, "manage.py", *command, "--verbosity", "0")
    return folder, environment


def measure(folder, environment, addresses):
    """What each address costs, asked in a process of the site's own."""
    return json.loads(_run(folder, environment, str(ROOT / "benchmarks" / "asking.py"), str(TIMES), *addresses))


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


def _environment(settings, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return kept | {"DJANGO_SETTINGS_MODULE": settings} | variables


def _run(folder, environment, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
