"""What means the same, as editors say."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from search.analysis.stopwords import is_stop_word
from search.analysis.synonyms import phrase_keys
from search.analysis.tokens import tokens
from search.models.lines import PhrasesModel


class SynonymGroup(RevisionMixin, PhrasesModel):
    """Words and phrases of any language, each of which finds what has another one."""

    phrases = models.TextField(_("words and phrases"))
    between = " = "

    class Meta:
        ordering = ["search_text"]
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("groups of synonyms")

    def clean(self):
        super().clean()
        if found := [*self._small_words(), *(self._too_few() or self._in_other_groups())]:
            raise ValidationError({"phrases": found})

    def _small_words(self):
        for line in self.lines:
            if not line.isupper() and all(_is_small(token.text) for token in tokens(line)):
                yield _("“%(phrase)s” is a small word that no search looks for.") % {"phrase": line}

    def _too_few(self):
        if len(self.lines) < 2:
            return [_("A group has at least two words or phrases, each on a line of its own.")]
        if len(set().union(*map(phrase_keys, self.lines))) < 2:
            first, second = self.lines[:2]
            message = _("“%(first)s” and “%(second)s” are the same to the search already.")
            return [message % {"first": first, "second": second}]
        return []

    def _in_other_groups(self):
        ours = {line: phrase_keys(line) for line in self.lines}
        for other in SynonymGroup.objects.exclude(pk=self.pk):
            theirs = set().union(*map(phrase_keys, other.lines))
            for line, keys in ours.items():
                if not keys.isdisjoint(theirs):
                    yield _("“%(phrase)s” is in another group already: %(group)s.") % {"phrase": line, "group": other}


def _is_small(word):
    return is_stop_word(word, "bg") or is_stop_word(word, "en")
