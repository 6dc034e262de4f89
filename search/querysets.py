"""Named questions about search documents."""

from django.db import models


class SearchDocumentQuerySet(models.QuerySet):
    def of(self, kind, object_ids):
        """The documents of objects of a kind, in all languages."""
        return self.filter(kind=kind, object_id__in=object_ids)

    def since(self, version, after=0):
        """Those written in the content version `version` behind the id `after`, and in any later version, in order."""
        later = models.Q(version__gt=version) | models.Q(version=version, pk__gt=after)
        return self.filter(later, version__gte=version).order_by("version", "pk")

    def analysed_otherwise(self, version):
        """Those whose keys another version of the analysis made."""
        return self.exclude(analysis_version=version)

    def as_rows(self):
        """As engines take them, without reading what engines don't."""
        return [document.as_row() for document in self.only(*ROW_FIELDS)]


ROW_FIELDS = (
    "version",
    "site_language",
    "kind",
    "text_language",
    "streams",
    "facets",
    "sort_key",
    "date",
)
