from pathlib import Path

import pytest
from django.conf import settings

from core.assets.stylesheet import join, shrink, source_files


@pytest.fixture
def css(tmp_path):
    """A folder of style sheets: `css("print.css", "…")` writes one."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_files_follow_the_order_of_the_layers(css):
    for name in ("print.css", "components/tag.css", "base.css", "components/button.css", "tokens.css", "layout.css"):
        directory = css(name, "")

    names = [path.name for path in source_files(directory)]

    assert names == ["tokens.css", "base.css", "layout.css", "button.css", "tag.css", "print.css"]


def test_the_order_of_the_layers_is_declared_before_anything_else(css):
    directory = css("print.css", "@layer print { p { orphans: 3 } }")

    assert join(directory).startswith("@layer tokens,base,layout,components,print;")


@pytest.mark.parametrize(
    ("name", "address", "joined"),
    [
        ("tokens.css", "../fonts/a.woff2", "../fonts/a.woff2"),
        ("components/a.css", "../../img/a.svg", "../img/a.svg"),
        ("components/a.css", "data:image/gif;base64,AA", "data:image/gif;base64,AA"),
        ("components/a.css", "/img/a.svg", "/img/a.svg"),
    ],
)
def test_addresses_stay_valid_where_the_joined_file_lies(css, name, address, joined):
    directory = css(name, f'a {{ mask: url("{address}") }}')

    assert f'url("{joined}")' in join(directory)


def test_shrinking_leaves_meaning_alone():
    css = """
    /* a note: { } */
    a:hover > .arrow,
    p + p { content: "a ;  b"; inline-size: calc(1rem + 2 * 3px); }
    @media (40rem <= width < 64rem) { a { color: red; } }
    """

    assert shrink(css) == (
        'a:hover > .arrow,p + p{content:"a ;  b";inline-size:calc(1rem + 2 * 3px)}'
        "@media (40rem <= width < 64rem){a{color:red}}"
    ).replace("content:", "content: ").replace("inline-size:", "inline-size: ").replace("color:", "color: ")


@pytest.mark.parametrize("path", source_files(Path(settings.BASE_DIR, "static/css")), ids=lambda path: path.name)
def test_every_sheet_of_ours_is_in_a_layer_of_its_own_and_short(path):
    text = path.read_text(encoding="utf-8")
    layer = "components" if path.parent.name == "components" else path.stem

    assert text.startswith(f"@layer {layer} {{"), "a sheet begins with its layer"
    assert text.count("{") == text.count("}")
    assert len(text.splitlines()) <= 200
