"""What the directory costs at scale: `python -m benchmarks.directory --sizes 1000,10000 --databases sqlite,postgres`.

For each database one site is made in a temporary folder and grown from size to size; list, map data and profile pages
are asked without the page cache, lists through a fixed mix of filters, and a collection of generated rows is imported.
Times are wall clock in ms of whole answers; compare them within one run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from tests.services import postgres

ROOT = Path(__file__).parents[1]
DATABASES = {"sqlite": nullcontext, "postgres": postgres.running}
COLUMNS = ("what", "queries", "p50 ms", "p95 ms", "kB sent")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,10000,50000", help="numbers of profiles, rising")
    parser.add_argument("--databases", default="sqlite,postgres")
    options = parser.parse_args()
    for database in options.databases.split(","):
        with tempfile.TemporaryDirectory() as folder, DATABASES[database]() as found:
            environment = os.environ | (found or {}) | _environment(folder)
            for command in (["compile_catalogues"], ["migrate"], ["collectstatic", "--noinput"], ["seed_demo"]):
                _run(environment, "manage.py", *command, "--verbosity", "0")
            for size in options.sizes.split(","):
                _run(environment, "manage.py", "seed_large_demo", "--profiles", size, "--verbosity", "0")
                _run(environment, "manage.py", "rebuild_search", "--verbosity", "0")
                show(database, size, json.loads(_run(environment, "-m", "benchmarks.asking_directory")))


def show(database, size, results):
    print(f"\n{database}, {int(size):,} profiles · peak memory {results['memory_mb']:.0f} MB")
    print(f"{COLUMNS[0]:<34}" + "".join(f"{name:>9}" for name in COLUMNS[1:]))
    for row in results["rows"]:
        numbers = f"{row['queries']:>9}{row['p50']:>9.1f}{row['p95']:>9.1f}{row['kb']:>9.1f}"
        print(f"{row['what']:<34}{numbers}")
    print(f"{'import':<34}{results['import_rows']:>9} rows, {results['rows_a_second']:.0f} rows/s")


def _environment(folder):
    path = os.pathsep.join([".", "platform"])
    return {"DJANGO_SETTINGS_MODULE": "benchmarks.settings", "VAR_DIR": folder, "PYTHONPATH": path}


def _run(environment, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
