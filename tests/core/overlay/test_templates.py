"""Words that packages say past gettext are said in the reader's language."""

import inspect
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.utils import translation
from wagtail_localize.models import StringTranslation

from core.overlay.labels import FIELDS
from core.overlay.templates import PHRASES


@pytest.mark.parametrize("name", PHRASES)
def test_the_package_still_says_it_past_gettext(name):
    places = [Path(app.path) / "templates" / name for app in apps.get_app_configs()]
    [file] = filter(Path.exists, places)
    assert PHRASES[name][0] in file.read_text()


def test_a_phrase_of_a_template_is_said_in_bulgarian():
    with translation.override("bg"):
        html = get_template("wagtailadmin/shared/headers/_actions.html").render({"actions": ""})
    assert 'aria-label="Действия"' in html


def test_a_package_still_leaves_its_fields_unlabelled():
    """The labels that we give are the only ones: a label of the package's own would be in its source."""
    for form, labels in FIELDS.items():
        source = inspect.getsource(form)
        assert [name for name in labels if re.search(rf"\b{name} = [^=]*?label=", source.split("def ")[0])] == []


def test_the_date_of_a_translation_needs_no_english_month():
    translated = StringTranslation(translation_type="manual", updated_at=datetime(2026, 3, 8, 12, tzinfo=UTC))
    with translation.override("bg"):
        assert translated.get_comment() == "Преведено ръчно на 08.03.2026"
