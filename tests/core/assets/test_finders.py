import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command


@pytest.fixture
def static_dir(tmp_path, settings):
    """A project with a style sheet in two files, a font and a script."""
    root = tmp_path / "static"
    files = {
        "css/tokens.css": '@layer tokens { @font-face { src: url("../fonts/a.woff2") } }',
        "css/components/tag.css": "@layer components { .tag { color: red; } }",
        "css/admin/slugs.css": "a { color: red }",
        "fonts/a.woff2": "font",
        "js/site.js": "",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    settings.STATICFILES_DIRS = [root]
    settings.STATICFILES_FINDERS = ["core.assets.finders.StylesheetFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STYLESHEET_DIR = tmp_path / "assets"
    finders.get_finder.cache_clear()
    yield root
    finders.get_finder.cache_clear()


def sheet():
    return Path(finders.find("css/site.css")).read_text(encoding="utf-8")


def test_the_joined_sheet_is_found_where_nobody_wrote_it(static_dir):
    assert ".tag{color: red}" in sheet()


def test_a_changed_source_shows_at_the_next_request(static_dir):
    assert "blue" not in sheet()

    (static_dir / "css/components/tag.css").write_text("@layer components { .tag { color: blue; } }")

    assert "blue" in sheet()


def test_an_unchanged_sheet_keeps_its_time_so_that_browsers_may_keep_it(static_dir):
    before = Path(finders.find("css/site.css")).stat().st_mtime_ns

    assert Path(finders.find("css/site.css")).stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["css/tokens.css", "css/components/tag.css"])
@pytest.mark.usefixtures("static_dir")
def test_sources_are_not_served(name):
    assert finders.find(name) is None


@pytest.mark.parametrize("name", ["css/admin/slugs.css", "js/site.js"])
def test_other_files_are_served_as_they_are(static_dir, name):
    assert finders.find(name) == str(static_dir / name)


@pytest.mark.usefixtures("static_dir")
def test_collectstatic_collects_one_sheet_and_no_sources(settings):
    call_command("collectstatic", interactive=False, verbosity=0)

    collected = {path.relative_to(settings.STATIC_ROOT).as_posix() for path in settings.STATIC_ROOT.rglob("*.*")}
    assert collected == {"css/site.css", "css/admin/slugs.css", "fonts/a.woff2", "js/site.js"}


@pytest.mark.usefixtures("static_dir")
def test_a_manifest_names_the_sheet_and_what_it_points_to_by_content(settings):
    manifest_storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": manifest_storage}}

    call_command("collectstatic", interactive=False, verbosity=0)

    paths = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]
    hashed = (settings.STATIC_ROOT / paths["css/site.css"]).read_text(encoding="utf-8")
    assert paths["css/site.css"] != "css/site.css"
    assert Path(paths["fonts/a.woff2"]).name in hashed
