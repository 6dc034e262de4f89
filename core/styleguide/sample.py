"""A component with what it is shown with."""

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

FOLDER = "components"
STACK = '<div class="stack">'


@dataclass(frozen=True)
class Sample:
    """`contexts`: one for each way to show the component; `tag`: the element that holds them; `prefix` makes ids."""

    name: str
    contexts: list = field(default_factory=lambda: [{}])
    tag: str = '<div class="row">'

    @property
    def template(self):
        return f"{FOLDER}/{self.name}.html"

    @property
    def html(self):
        shown = "".join(render_to_string(self.template, context) for context in self.contexts)
        name = self.tag.removeprefix("<").split(" ")[0]
        return mark_safe(f"{self.tag}{shown}</{name}>")  # noqa: S308 (rendered by our own templates)

    @property
    def promise(self):
        """What the component says about itself."""
        source = Path(settings.BASE_DIR, "templates", self.template).read_text(encoding="utf-8")
        begin, end = source.find("{% comment %}"), source.find("{% endcomment %}")
        return source[begin + len("{% comment %}") : end].strip() if begin == 0 else ""
