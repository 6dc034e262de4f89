"""Rows of which there is one for each language: settings and navigation."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PerLanguageRow(models.Model):
    language = models.CharField(_("language"), max_length=12, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return str(dict(settings.LANGUAGES).get(self.language, self.language))

    @classmethod
    def for_language(cls, language):
        """The row of `language`, else the source language's, else an unsaved one with defaults."""
        rows = {row.language: row for row in cls.objects.filter(language__in=[language, settings.LANGUAGE_CODE])}
        return rows.get(language) or rows.get(settings.LANGUAGE_CODE) or cls(language=language)

    @classmethod
    def ensure_rows(cls):
        """Give every configured language its row, so that editors find one to fill in."""
        for code, _name in settings.LANGUAGES:
            cls.objects.get_or_create(language=code)
