"""What is wrong with an issue, each as a sentence that says what to do."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.languages.names import language_name


class Trouble(TextChoices):
    """The labels are sentences about `what` (%(what)s) in the version of one `language`."""

    NO_LIST = "no_list", _("The issue belongs to no list. Choose one in the page’s editor.")
    NO_VERSION = "no_version", _("There is no version in %(name)s, the default language of the list. Translate it.")
    UNFINISHED = (
        "unfinished",
        _("Not all of the %(name)s version is translated, so readers of %(name)s get another language. Translate it."),
    )
    UNTRANSLATED = (
        "untranslated",
        _("There is no version in %(name)s: %(count)d of its readers get %(other)s instead. Translate it first?"),
    )
    NO_TEXT = "no_text", _("The %(name)s version says nothing yet. Add a text, or something to read.")
    BROKEN_LINK = "broken_link", _("%(name)s: a link leads nowhere (%(what)s). Choose another target, or publish it.")
    NOT_PUBLIC = "not_public", _("%(name)s: “%(what)s” can’t be seen by readers. Publish it, or take it out.")
    MISSING_IMAGE = "missing_image", _("%(name)s: an image is gone (%(what)s). Choose another one.")
    MISSING_ALT = (
        "missing_alt",
        _("%(name)s: the image “%(what)s” has no alternative text. Say in the block what it shows."),
    )
    TOO_LARGE = (
        "too_large",
        _("The %(name)s version has %(what)s kB; beyond 100 kB mail programs cut letters off. Make it shorter."),
    )
    NOTHING_NEW = (
        "nothing_new",
        _("%(name)s: nothing is new since the last issue for “%(what)s”, so the letter goes without that block."),
    )
    NOT_SENDABLE = "not_sendable", _("The %(name)s version can’t be sent as it is: %(what)s")


# What is said, but doesn't keep an issue from leaving.
WARNINGS = (Trouble.UNFINISHED, Trouble.UNTRANSLATED, Trouble.NOTHING_NEW)


@dataclass(frozen=True)
class Problem:
    trouble: Trouble
    language: str = ""
    what: str = ""
    other: str = ""  # the language that stands in
    count: int = 0

    @property
    def blocks(self):
        """Whether the issue can't leave before this is mended."""
        return self.trouble not in WARNINGS

    def __str__(self):
        words = {"name": _name(self.language), "other": _name(self.other), "what": self.what, "count": self.count}
        return str(self.trouble.label) % words


def _name(language):
    return language_name(language) if language else ""
