import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from core.blocks import BodyBlock
from core.styleguide.samples import samples
from core.styleguide.tokens import design_tokens
from core.weave.hues import HUES

COMPONENTS = {path.name for path in Path(settings.BASE_DIR, "templates/components").glob("*.html")}
# They show nothing without a page, its translations or an uploaded picture.
ONLY_WITH_CONTENT = {"language_alternates.html", "language_notice.html", "picture.html"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(client, settings):
    settings.ROOT_URLCONF = "tests.core.styleguide.urls"
    return client.get("/dev/styleguide/")


def test_the_guide_shows_every_component(guide):
    shown = {template.name.removeprefix("components/") for template in guide.templates if template.name}

    assert shown >= COMPONENTS - ONLY_WITH_CONTENT


def test_the_guide_shows_every_block(guide):
    assert [block.name for block, _html in guide.context["blocks"]] == list(BodyBlock().child_blocks)


def test_the_guide_shows_every_token(guide):
    page = guide.content.decode()

    assert all(f"<b>{token.name}</b>" in page or f"token-{token.name}" in page for token in design_tokens())


def test_the_guide_needs_no_inline_style(guide):
    assert " style=" not in guide.content.decode()
    assert "<style" not in guide.content.decode()


def test_no_id_is_on_the_page_twice(guide):
    ids = re.findall(r'\sid="([^"]+)"', guide.content.decode())

    assert sorted(ids) == sorted(set(ids))


def test_tokens_have_a_class_each_that_shows_them(client, settings):
    settings.ROOT_URLCONF = "tests.core.styleguide.urls"

    sheet = client.get("/dev/styleguide/tokens.css")

    assert sheet["Content-Type"] == "text/css"
    assert ".token-paper { background: var(--paper) }" in sheet.content.decode()


def test_readers_never_get_there():
    with pytest.raises(NoReverseMatch):
        reverse("styleguide")


def test_every_component_says_what_it_is_for():
    assert [sample.name for sample in samples("test") if not sample.promise] == ["arrow"]


def test_the_dyes_of_drawings_are_those_of_the_style_sheet():
    css = Path(settings.BASE_DIR, "static/css/components/hue.css").read_text(encoding="utf-8")
    dyes = dict(re.findall(r"\.hue-([\w-]+) \{\s*--dye: (#\w+);", css))

    assert dyes == {name: hue.dye for name, hue in HUES.items()}
