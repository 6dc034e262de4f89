"""Gathers what an issue says in one language: frozen when it is scheduled, shown anew until then."""

from dataclasses import dataclass, field

from django.utils.translation import get_language, override

from core.blocks.choosers import shelf
from core.blocks.rendering import Rendering
from newsletters.issues import pieces
from newsletters.issues.problems import Problem, Trouble


@dataclass
class Gathering:
    """One pass through the blocks of an issue. Whatever it has shown isn't pulled in by a later block again."""

    language: str
    rendering: Rendering
    since: object = None  # the moment of the last issue
    shown: set = field(default_factory=set)
    problems: list = field(default_factory=list)

    def note(self, trouble, what=""):
        self.problems.append(Problem(trouble, self.language, str(what)[:80]))

    def pick(self, thing):
        """(source, `Item`) of what an editor chose, or None where it is gone or not for readers."""
        if thing is None:
            self.note(Trouble.BROKEN_LINK)
            return None
        found = pieces.item_of(thing, self)
        if not found:
            self.note(Trouble.NOT_PUBLIC, getattr(thing, "title", thing))
            return None
        return found

    def take(self, found, limit):
        """The first `limit` items of pairs (source, item) that nothing above shows."""
        fresh = [pair for pair in found if (pair[0], pair[1].key) not in self.shown][:limit]
        self.shown.update((source, item.key) for source, item in fresh)
        return [item for _source, item in fresh]


def gather(page, *, since=None):
    """(content, problems): what an issue `page` says in its language as plain data (JSON), and what is wrong with it.

    `since` is the moment from which on things are new.
    """
    stream = page.body
    language = page.language
    with override(language):
        rendering = Rendering(stream.stream_block, stream.raw_data, language)
        gathering = Gathering(language, rendering, since)
        made = []
        with shelf(rendering.objects):
            for block in stream:
                piece = pieces.MAKERS[block.block_type](block.value, gathering)
                made += [piece] if piece else []
    content = {"language": language, "title": page.title, "summary": page.summary, "pieces": made}
    if not any(piece["kind"] in {"text", "items", "quote"} for piece in made):
        gathering.note(Trouble.NO_TEXT)
    return content, gathering.problems


def piece_of(kind, value):
    """What a single block says in the active language, or None."""
    language = get_language()
    return pieces.MAKERS[kind](value, Gathering(language, Rendering(language=language)))
