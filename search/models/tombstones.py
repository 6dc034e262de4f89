"""What can't be found any more: how engines hear of it, however late they ask."""

from django.db import models

from search.querysets import VersionedQuerySet


class Tombstone(models.Model):
    """A search document that is gone since the content version `version`. Ids are never used twice."""

    document_id = models.PositiveBigIntegerField()
    version = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["version", "id"], name="tombstones_by_version")]

    def __str__(self):
        return f"{self.document_id}@{self.version}"
