"""What can be found: the truth that every engine mirrors."""

from django.db import models

from core.sorting import KEY_LENGTH
from search.engines.base import Row
from search.querysets import SearchDocumentQuerySet

KIND_LENGTH = 20
ID_LENGTH = 36
REFERENCE_LENGTH = KIND_LENGTH + 1 + ID_LENGTH


class SearchDocument(models.Model):
    """How one public object stands in the search of one language of the site. Every language has all of them.

    `object_id` is the same in every language, `shown_id` is the row that a hit shows (of pages: the version in
    `text_language`). Texts are those in the site's language or, where there are none, the original's. Only
    `search.writing` writes these rows; what isn't public has none.
    """

    kind = models.CharField(max_length=KIND_LENGTH)
    object_id = models.CharField(max_length=ID_LENGTH)
    site_language = models.CharField(max_length=12)
    shown_id = models.PositiveBigIntegerField()
    text_language = models.CharField(max_length=35)
    url = models.CharField(max_length=2000)
    title = models.CharField(max_length=255)
    summary = models.TextField()
    text = models.TextField()
    date = models.DateField(null=True)
    # {facet: values}: slugs of topics, terms and places, codes of languages.
    facets = models.JSONField()
    sort_key = models.CharField(max_length=KEY_LENGTH)
    # {stream: its keys with spaces between them}
    streams = models.JSONField()
    analysis_version = models.PositiveIntegerField()
    # The content version of the change that wrote it last.
    version = models.PositiveBigIntegerField()

    objects = SearchDocumentQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "site_language"], name="document_once_a_language")
        ]
        indexes = [
            models.Index(fields=["version", "id"], name="documents_by_version"),
            models.Index(fields=["analysis_version"], name="documents_by_analysis"),
        ]

    def __str__(self):
        return self.title

    @property
    def reference(self):
        """What names the object in every language, also while it isn't public: its kind and id."""
        return f"{self.kind}:{self.object_id}"

    def as_row(self):
        """The document as engines take it."""
        return Row(
            id=self.pk,
            version=self.version,
            site_language=self.site_language,
            kind=self.kind,
            text_language=self.text_language,
            streams={name: tuple(keys.split(" ")) if keys else () for name, keys in self.streams.items()},
            facets={name: tuple(values) for name, values in self.facets.items()},
            sort_key=self.sort_key,
            dated=self.date.toordinal() if self.date else None,
        )
