"""What differs between two versions of a profile, its texts language by language."""

import re

from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import FieldComparison, M2MFieldComparison, TextDiff, diff_text

from core.languages.names import language_name
from directory.models import Profile, ProfileText
from directory.plain import plain_text

PARTS = {
    "name": ProfileText._meta.get_field("name").verbose_name,
    "summary": ProfileText._meta.get_field("summary").verbose_name,
    "story": ProfileText._meta.get_field("story").verbose_name,
}
# Wagtail's marks of a change, inside which everything is escaped.
_MARK = re.compile(r'<span class="(addition|deletion)">(.*?)</span>', re.DOTALL)
_TAGS = {"addition": "ins", "deletion": "del"}


def changes(before, after, request):
    """[(label, HTML)] of all that two versions of a profile say differently; elements mark what went and what came."""
    panels = Profile.get_edit_handler().get_bound_panel(instance=after, request=request, form=None)
    compared = (compare(before, after) for compare in panels.get_comparison())
    return [line for comparison in compared if comparison.has_changed() for line in _lines(comparison)]


def _lines(comparison):
    if comparison.is_field:
        yield comparison.field_label(), marked(comparison.htmldiff())
        return
    for child in comparison.get_child_comparisons():
        came_or_went = not isinstance(child, LanguageComparison) and (child.is_addition() or child.is_deletion())
        for part in child.get_field_comparisons():
            html = marked(part.htmldiff())
            if came_or_went:
                html = format_html("<{0}>{1}</{0}>", "ins" if child.is_addition() else "del", html)
            if came_or_went or part.has_changed():
                yield part.field_label(), html


def marked(html):
    """The difference that Wagtail made as `html`, told by elements instead of by colour alone."""
    swapped = _MARK.sub(lambda match: f"<{_TAGS[match[1]]}>{match[2]}</{_TAGS[match[1]]}>", str(html))
    return mark_safe(swapped)  # noqa: S308 (escaped by Wagtail, and no text is added here)


class FactComparison(FieldComparison):
    """A number or the like: where there is none, nothing is said."""

    def words(self, value):
        return "" if value is None else str(value)

    def htmldiff(self):
        values = [("deletion", self.words(self.val_a)), ("addition", self.words(self.val_b))]
        return TextDiff([value for value in values if value[1]], separator=" ").to_html()


class NamedLanguageComparison(FactComparison):
    def words(self, value):
        return language_name(value)


class TopicsComparison(M2MFieldComparison):
    """By labels in the reader's language, where Wagtail's own shows slugs."""


class PartComparison:
    """One part of what is said in one language."""

    def __init__(self, language, part, before, after):
        self.language, self.part, self.before, self.after = language, part, before, after

    def has_changed(self):
        return self.before != self.after

    def field_label(self):
        return format_html("{}: {}", capfirst(language_name(self.language)), PARTS[self.part])

    def htmldiff(self):
        return marked(diff_text(self.before, self.after).to_html())


class LanguageComparison:
    """What is said in one language, as the child of Wagtail's comparison."""

    def __init__(self, language, before, after):
        self.before, self.after = before, after
        self.parts = [PartComparison(language, part, before[part], after[part]) for part in PARTS]

    def is_addition(self):
        return not any(self.before.values())

    def is_deletion(self):
        return not any(self.after.values())

    def get_position_change(self):
        return 0

    def get_field_comparisons(self):
        return [part for part in self.parts if part.has_changed()]


class TextsComparison:
    """All languages in which something differs."""

    is_field = False
    is_child_relation = True

    def __init__(self, before, after):
        self.before, self.after = _said(before), _said(after)

    def field_label(self):
        return _("Name and texts")

    @cached_property
    def languages(self):
        nothing = dict.fromkeys(PARTS, "")
        codes = dict.fromkeys([*self.before, *self.after])
        pairs = ((code, self.before.get(code, nothing), self.after.get(code, nothing)) for code in codes)
        return [LanguageComparison(*pair) for pair in pairs if pair[1] != pair[2]]

    def get_child_comparisons(self):
        return self.languages

    def has_changed(self):
        return bool(self.languages)


def _said(profile):
    """{language: {part: plain text}} of a version of a profile; its name stands with the language it is in."""
    said = {
        text.language: {"name": text.name, "summary": text.summary, "story": plain_text(text.story)}
        for text in profile.texts.all()
    }
    original = said.setdefault(profile.original_language, dict.fromkeys(PARTS, ""))
    original["name"] = original["name"] or profile.name
    return said
