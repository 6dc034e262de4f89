"""The house keeps its shape: who may import whom, and what lies where."""

import os
import platform
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.config.tracked import ROOT, tracked_files

MADE_BY_MACHINES = re.compile(r"(^|/)(migrations|vendor)/|\.(po|svg|lock)$|(^|/)package-lock\.json$")
LONGEST_FILE = 400
SOURCES = ("*.py", "*.html", "*.css", "*.js", "*.md", "*.toml", "*.txt", "*.yml", "Makefile", ".ci/run")
# A path that exists on one machine only, or the host of a package registry. Written in parts, so that this file passes.
OF_ONE_MACHINE = re.compile(
    "|".join(
        [
            "/" + "work/",
            "/" + "tmp/w",
            "/ro" + "ot/",
            r"(?<!\w)/ho" + "me/[a-z]",
            r"py" + r"pi\.org",
            "npm" + r"js\.org",
        ]
    )
)


def test_platform_is_the_standard_librarys_module():
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))


def test_the_platform_folder_is_no_package_and_holds_only_config():
    folder = ROOT / "platform"
    assert not (folder / "__init__.py").exists()
    assert {path.relative_to(folder).parts[0] for path in tracked_files("platform")} == {"config"}


def test_apps_import_only_what_lies_below_them():
    lint = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"PYTHONPATH": "platform"}
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked_files("*.py", "*.html", "*.css", "*.js")
        if not MADE_BY_MACHINES.search(str(path.relative_to(ROOT)))
        and (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_nothing_names_a_path_or_a_host_of_one_machine():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked_files(*SOURCES)
        if not MADE_BY_MACHINES.search(str(path.relative_to(ROOT)))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if OF_ONE_MACHINE.search(line)
    ]
    assert found == []


def test_what_running_the_site_writes_is_ignored():
    written = [
        ".venv/bin/python",
        "var/db.sqlite3",
        "var/media/images/a.avif",
        ".env",
        "locale/bg/LC_MESSAGES/django.mo",
    ]
    done = subprocess.run(["git", "check-ignore", *written], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == written
