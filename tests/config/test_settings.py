"""docs/settings.md and .env.example name every setting and variable that exists, and no other."""

import ast
import re

from tests.config.tracked import ROOT

SETTINGS = ROOT / "platform" / "config" / "settings"


def settings_in_code():
    names = set()
    for file in SETTINGS.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            targets = node.targets if isinstance(node, ast.Assign) else []
            names |= {target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper()}
    return {name for name in names if not name.startswith("_")}


def variables_in_code():
    asked = re.compile(r"""\benv(?:iron\.get|\.\w+)\(\s*["']([A-Z][A-Z0-9_]*)["']""")
    sources = [*SETTINGS.glob("*.py"), ROOT / "gunicorn.conf.py"]
    names = {name for file in sources for name in asked.findall(file.read_text())}
    return names | set(re.findall(r"\$\{([A-Z][A-Z0-9_]*)", (ROOT / "docker-compose.yml").read_text()))


def names_documented_under(heading):
    text = (ROOT / "docs" / "settings.md").read_text()
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([A-Z][A-Z0-9_]*)`", section, flags=re.MULTILINE)


def test_every_setting_is_described_once_and_none_that_is_gone():
    assert sorted(names_documented_under("Settings")) == sorted(settings_in_code())


def test_every_variable_is_described_once_and_none_that_is_gone():
    assert sorted(names_documented_under("Environment variables")) == sorted(variables_in_code())


def test_the_example_environment_names_every_variable():
    example = (ROOT / ".env.example").read_text()
    assert sorted(re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=", example, flags=re.MULTILINE)) == sorted(variables_in_code())
