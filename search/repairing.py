"""Compares the documents with what is public, and writes those that are missing, too many or analysed otherwise."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from core.changes.transactions import at_the_end
from search.analysis import ANALYSIS_VERSION
from search.models import SearchDocument, Tombstone
from search.sources import sources
from search.writing import BATCH, bury, objects_changed

# An index that heard nothing for longer is compared with the database when it follows again.
DAYS_OF_TOMBSTONES = 30


def repair_documents(tell=lambda done: None):
    """Write what differs, each batch a change of its own, so that it can be broken off. Returns how many objects."""
    _bury_strays()
    done = 0
    for kind, source in sources().items():
        for batches in (_analysed_otherwise(kind), _missing(kind, source), _forgotten(kind, source)):
            for object_ids in batches:
                objects_changed(kind, object_ids)
                done += len(object_ids)
                tell(done)
    return done


def forget_old_tombstones():
    before = timezone.now() - timedelta(days=DAYS_OF_TOMBSTONES)
    Tombstone.objects.filter(created_at__lt=before).delete()


def _bury_strays():
    """Of languages and kinds that the site has no more."""
    ours = Q(site_language__in=dict(settings.LANGUAGES), kind__in=sources())
    strays = SearchDocument.objects.exclude(ours).values_list("pk", flat=True)
    while ids := list(strays[:BATCH]):
        at_the_end(_bury, ids)


def _bury(number, ids):
    bury(SearchDocument.objects.filter(pk__in=ids), number)


def _analysed_otherwise(kind):
    documents = SearchDocument.objects.filter(kind=kind).analysed_otherwise(ANALYSIS_VERSION)
    ids, last = documents.order_by("object_id").values_list("object_id", flat=True).distinct(), ""
    while batch := list(ids.filter(object_id__gt=last)[:BATCH]):
        yield batch
        last = batch[-1]


def _missing(kind, source):
    """What is public and hasn't a document in each language."""
    for batch in source.batches(BATCH):
        counted = SearchDocument.objects.of(kind, batch).values("object_id").annotate(count=Count("pk"))
        whole = counted.filter(count=len(settings.LANGUAGES)).values_list("object_id", flat=True)
        if missing := sorted(set(batch) - set(whole)):
            yield missing


def _forgotten(kind, source):
    """What has documents and is not public."""
    known = set(SearchDocument.objects.filter(kind=kind).values_list("object_id", flat=True).distinct())
    for batch in source.batches(BATCH):
        known.difference_update(batch)
    forgotten = sorted(known)
    for start in range(0, len(forgotten), BATCH):
        yield forgotten[start : start + BATCH]
