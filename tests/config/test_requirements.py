"""What is installed is decided here, exactly, and by nobody's accident."""

import re

from tests.config.tracked import ROOT

# Decided against: each does what the house does itself or leaves out.
FORBIDDEN = {"wagtail-cache", "wagtail-seo", "wagtail-2fa", "wagtail-review", "wagtail-birdsong"}
NAME = re.compile(r"^[A-Za-z0-9][\w.-]*")


def names_in(file):
    lines = (ROOT / file).read_text().splitlines()
    return {re.sub(r"[-_.]+", "-", found[0]).lower() for line in lines if (found := NAME.match(line))}


def test_every_requirement_has_one_exact_version():
    required = names_in("requirements.txt") | names_in("requirements-dev.txt")
    constraints = (ROOT / "constraints.txt").read_text().splitlines()
    assert required - names_in("constraints.txt") == set()
    assert [line for line in constraints if "==" not in line and not line.startswith("#")] == []


def test_no_package_is_used_that_was_decided_against():
    assert FORBIDDEN & (names_in("requirements.txt") | names_in("constraints.txt")) == set()


def test_every_requirement_has_a_range():
    lines = (ROOT / "requirements.txt").read_text().splitlines() + (
        ROOT / "requirements-dev.txt"
    ).read_text().splitlines()
    assert [line for line in lines if line and line[0] not in "#-" and ">=" not in line] == []
