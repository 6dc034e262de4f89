"""Many small style sheets, served as one.

A component has a file of its own; readers get a single `css/site.css`, so that no build command and no chain of imports
stands between the two.
"""

import posixpath
import re

NAME = "css/site.css"
# Also the order of power in the cascade.
LAYERS = ("tokens", "base", "layout", "components", "print")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")
_URL = re.compile(r"url\(\s*(?P<quote>[\"']?)(?P<address>[^\"')]+)(?P=quote)\s*\)")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_NOT_RELATIVE = ("/", "#", "data:", "http:", "https:")


def source_files(directory):
    """The files of `directory` in the order of their layers; a layer is one file or a folder of components."""
    found = []
    for layer in LAYERS:
        found += [directory / f"{layer}.css", *sorted((directory / layer).glob("*.css"))]
    return [path for path in found if path.is_file()]


def is_source(name):
    """Whether the file `name` of a folder of style sheets is a part of the one. Others are served as they are."""
    return name.removesuffix(".css").split("/")[0] in LAYERS


def join(directory):
    """The one style sheet of all files under `directory`; addresses in it are relative to `directory`."""
    parts = [f"@layer {','.join(LAYERS)};"]
    for path in source_files(directory):
        folder = path.relative_to(directory).parent.as_posix()
        parts.append(shrink(_rebase(path.read_text(encoding="utf-8"), folder)))
    return "\n".join(parts) + "\n"


def shrink(css):
    """`css` without comments and needless blanks. Strings stay as they are."""
    pieces, at = [], 0
    css = _COMMENT.sub("", css)
    for string in _STRING.finditer(css):
        pieces += [_squeeze(css[at : string.start()]), string[0]]
        at = string.end()
    return "".join([*pieces, _squeeze(css[at:])]).replace(";}", "}").strip()


def _squeeze(css):
    return _AROUND.sub(r"\1", _BLANKS.sub(" ", css))


def _rebase(css, folder):
    def moved(match):
        address = match["address"]
        if address.startswith(_NOT_RELATIVE):
            return match[0]
        return f'url("{posixpath.normpath(posixpath.join(folder, address))}")'

    return _URL.sub(moved, css)
