"""The design tokens as the style sheets have them."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")
_COLOUR = re.compile(r"^(#|light-dark\()")
_SIZE = re.compile(r"^t-?\d$")
_SPACE = re.compile(r"^(s\d|gutter|margin|target)$")


@dataclass(frozen=True)
class Token:
    name: str
    value: str

    @property
    def kind(self):
        """Which part of the guide shows it."""
        if _COLOUR.match(self.value):
            return "colour"
        if _SIZE.match(self.name):
            return "type"
        return "space" if _SPACE.match(self.name) else "other"


def design_tokens():
    """All custom properties of static/css/tokens.css, in their order."""
    css = _COMMENT.sub("", Path(settings.BASE_DIR, "static/css/tokens.css").read_text(encoding="utf-8"))
    return [Token(found["name"], " ".join(found["value"].split())) for found in _PROPERTY.finditer(css)]


def swatch_sheet(tokens):
    """A style sheet with a class for each token, since pages take no inline style."""
    rules = {"colour": "background: var(--{0})", "type": "font-size: var(--{0})", "space": "inline-size: var(--{0})"}
    return "".join(
        f".token-{token.name} {{ {rules[token.kind].format(token.name)} }}\n" for token in tokens if token.kind in rules
    )
