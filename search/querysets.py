"""Named questions about search documents and tombstones."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

# What engines take; texts for readers stay in the database.
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


class VersionedQuerySet(QuerySet):
    def since(self, version, after=0):
        """Those written in the content version `version` behind the id `after`, and in later ones, in that order."""
        later = Q(version__gt=version) | Q(pk__gt=after)
        return self.filter(later, version__gte=version).order_by("version", "pk")


class SearchDocumentQuerySet(VersionedQuerySet):
    def of(self, kind, object_ids):
        """The documents of objects of a kind, in all languages."""
        return self.filter(kind=kind, object_id__in=object_ids)

    def referred(self, references):
        """The documents of the objects with these `reference`s, in all languages."""
        pairs = (reference.partition(":") for reference in references)
        wanted = [Q(kind=kind, object_id=object_id) for kind, _colon, object_id in pairs]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()

    def analysed_otherwise(self, version):
        """Those whose keys another version of the analysis made."""
        # Two ranges, which an index answers; it doesn't answer what something is not.
        return self.filter(Q(analysis_version__lt=version) | Q(analysis_version__gt=version))

    def as_rows(self):
        """As engines take them, without reading what engines don't."""
        return [document.as_row() for document in self.only(*ROW_FIELDS)]
