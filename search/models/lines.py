"""Rows in which editors write words and phrases, one a line."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.labelled import LabelledQuerySet, fold
from search.analysis.tokens import clean, tokens

MOST_LINES = 40
LONGEST = 100
MOST_WORDS = 8
SHOWN = 4  # in a title


class PhrasesModel(models.Model):
    """`phrases` has one a line; after `full_clean` each has a word, and none is there twice.

    `matching(text)` finds rows by what they have, capitals or not.
    """

    phrases = models.TextField()
    # What stands between them in a title.
    between = " · "
    search_text = models.TextField(editable=False, default="")

    objects = LabelledQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self):
        shown = self.lines[:SHOWN] + ["…"] * (len(self.lines) > SHOWN)
        return self.between.join(shown)

    @property
    def lines(self):
        return self.phrases.splitlines()

    def clean(self):
        super().clean()
        self.phrases = tidy(self.phrases)
        if found := [*_too_much(self.lines), *(message for line in self.lines for message in _unfit(line))]:
            raise ValidationError({"phrases": found})

    def save(self, *args, update_fields=None, **kwargs):
        self.search_text = "\n".join(("", *map(fold, self.lines), ""))
        if update_fields is not None:
            update_fields = {*update_fields, "search_text"}
        super().save(*args, update_fields=update_fields, **kwargs)


def tidy(text):
    """The lines of a text without needless spaces, empty lines and what is there already."""
    lines = {}
    for line in text.splitlines():
        if written := " ".join(clean(line).split()):
            lines.setdefault(fold(written), written)
    return "\n".join(lines.values())


def _too_much(lines):
    if len(lines) > MOST_LINES:
        yield _("These are %(count)d lines. At most %(most)d will do.") % {"count": len(lines), "most": MOST_LINES}


def _unfit(line):
    """What is wrong with a line by itself."""
    words = sum(1 for _token in tokens(line))
    if not words:
        yield _("“%(phrase)s” has no letters or digits to search by.") % {"phrase": line[:LONGEST]}
    if len(line) > LONGEST or words > MOST_WORDS:
        yield _("“%(phrase)s…” is too long: at most %(words)d words and %(letters)d characters.") % {
            "phrase": line[:40],
            "words": MOST_WORDS,
            "letters": LONGEST,
        }
