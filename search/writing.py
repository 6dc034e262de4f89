"""Writes the search documents of what changes, in the transaction that changes it."""

from core.changes.transactions import at_the_end
from core.models import ContentVersion
from core.sorting import sort_key
from search.analysis import ANALYSIS_VERSION, document_streams
from search.feeding_task import feed_soon
from search.models import SearchDocument, Tombstone
from search.sources import sources

BATCH = 200
KEY = ["kind", "object_id", "site_language"]
FACTS = [
    field.name for field in SearchDocument._meta.concrete_fields if field.name not in KEY and not field.primary_key
]


def objects_changed(kind, object_ids):
    """Write the documents of these objects anew at the end of the running change, when all that it does is done.

    They get the content version of the change, and are written under its lock (`at_the_end`): an engine that has
    followed up to a version has missed nothing that has a smaller one.
    """
    at_the_end(_write, [(kind, str(object_id)) for object_id in object_ids])


def write_all(kind, size=BATCH):
    """Write all documents of a kind anew, each batch a change of its own; yields the number of objects of each."""
    before = ContentVersion.objects.number()
    for object_ids in sources()[kind].batches(size):
        objects_changed(kind, object_ids)
        yield len(object_ids)
    # What no source knows any more was not written.
    forgotten = SearchDocument.objects.filter(kind=kind, version__lte=before).values_list("object_id", flat=True)
    objects_changed(kind, forgotten.distinct())


def _write(number, objects):
    ids = {}
    for kind, object_id in objects:
        ids.setdefault(kind, []).append(object_id)
    for kind, object_ids in ids.items():
        for start in range(0, len(object_ids), BATCH):
            _write_batch(kind, object_ids[start : start + BATCH], number)
    feed_soon()


def _write_batch(kind, object_ids, number):
    """Bring the documents of the objects to what these say now: new, changed or gone."""
    found = sources()[kind].findables(object_ids)
    documents = [document for findable in found for document in _documents(kind, findable, number)]
    # What is public has a document in every language, so it keeps those that it has.
    if gone := set(object_ids) - {document.object_id for document in documents}:
        bury(SearchDocument.objects.of(kind, gone), number)
    SearchDocument.objects.bulk_create(documents, update_conflicts=True, unique_fields=KEY, update_fields=FACTS)


def bury(documents, number):
    """Delete `documents`, a queryset, in the change that has the content version `number`."""
    if ids := list(documents.values_list("pk", flat=True)):
        SearchDocument.objects.filter(pk__in=ids).delete()
        Tombstone.objects.bulk_create(Tombstone(document_id=pk, version=number) for pk in ids)


def _documents(kind, findable, number):
    # Languages without a text of their own are shown the same one, which is analysed once.
    streams = {text: _streams(findable, text) for text in {shown.text for shown in findable.shown.values()}}
    for language, shown in findable.shown.items():
        text = shown.text
        yield SearchDocument(
            kind=kind,
            object_id=findable.object_id,
            site_language=language,
            shown_id=shown.pk,
            text_language=text.language,
            url=shown.url,
            title=text.title,
            summary=text.summary,
            text=text.text,
            date=findable.date,
            facets=_facets(kind, findable, text),
            sort_key=sort_key(text.title),
            streams=streams[text],
            analysis_version=ANALYSIS_VERSION,
            version=number,
        )


def _facets(kind, findable, text):
    facets = {name: sorted(values) for name, values in findable.facets.items() if values}
    facets |= {"kind": [kind], "language": [text.language]}
    if findable.date:
        facets["year"] = [f"{findable.date:%Y}"]
    return facets


def _streams(findable, text):
    """The keys of a text; what the object says in other languages, and what its labels are called there, are others."""
    others = [
        (other.language, " ".join((other.title, *other.names, other.summary, other.text)))
        for other in findable.texts
        if other.language != text.language
    ]
    others += [pair for label in findable.labels for pair in label.items() if pair[0] != text.language]
    streams = document_streams(
        language=text.language,
        title=text.title,
        labels=[label.text(text.language) for label in findable.labels],
        text=f"{text.summary}\n{text.text}",
        others=others,
        names=text.names,
    )
    return {name: " ".join(keys) for name, keys in streams.items()}
