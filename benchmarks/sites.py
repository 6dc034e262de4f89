"""The sites that are measured: ours, and one of bare Wagtail, each made anew in a folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE_SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "benchmarks"
ALLOWED_HOSTS = ["localhost"]
DATABASES["default"]["CONN_MAX_AGE"] = 60
"""
# Wagtail with wagtail-localize, and a page with the fields of a news post that hold text.
TRANSLATED_SETTINGS = """
from .benchmark import *
INSTALLED_APPS = ["posts", "wagtail_localize", "wagtail_localize.locales", *INSTALLED_APPS]
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("bg", "Bulgarian")]
WAGTAIL_I18N_ENABLED = True
LANGUAGE_CODE = "en"
"""
POSTS = """
from django.db import models
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

class Post(Page):
    lead = models.TextField()
    date = models.DateField()
    body = StreamField([("text", RichTextBlock())])
"""


def make_ours(folder, **variables):
    """The demonstration site; returns where and how its commands run."""
    folder.mkdir()
    environment = _environment_of_ours(folder, **variables)
    for command in (["compile_catalogues"], ["migrate"], ["collectstatic", "--noinput"], ["seed_demo"]):
        _manage(ROOT, environment, *command)
    return ROOT, environment


def copy_ours(original, folder):
    """Another one like `original`; returns where and how its commands run."""
    shutil.copytree(original, folder)
    return ROOT, _environment_of_ours(folder)


def make_bare(folder):
    """What `wagtail start` makes, with its own home page; returns where and how its commands run."""
    _start(folder)
    environment = _environment("bare.settings.benchmark", PYTHONPATH=str(folder))
    for command in (["migrate"], ["collectstatic", "--noinput"]):
        _manage(folder, environment, *command)
    return folder, environment


def make_translated(folder):
    """What `wagtail start` makes, with wagtail-localize and posts; returns where and how its commands run."""
    _start(folder)
    (folder / "bare" / "settings" / "translated.py").write_text(TRANSLATED_SETTINGS)
    (folder / "posts").mkdir()
    (folder / "posts" / "__init__.py").touch()
    (folder / "posts" / "models.py").write_text(POSTS)
    environment = _environment("bare.settings.translated", PYTHONPATH=str(folder))
    for command in (["makemigrations", "posts"], ["migrate"]):
        _manage(folder, environment, *command)
    return folder, environment


def run(folder, environment, *command):
    """Run Python in a site; returns what it printed."""
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def _start(folder):
    folder.mkdir()
    run(folder, _environment(""), "-m", "wagtail.bin.wagtail", "start", "bare", str(folder))
    (folder / "bare" / "settings" / "benchmark.py").write_text(BARE_SETTINGS)


def _manage(folder, environment, *command):
    run(folder, environment, "manage.py", *command, "--verbosity", "0")


def _environment_of_ours(folder, **variables):
    path = os.pathsep.join([".", "platform"])
    return _environment("benchmarks.settings", VAR_DIR=str(folder), PYTHONPATH=path, **variables)


def _environment(settings, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return kept | {"DJANGO_SETTINGS_MODULE": settings} | variables
