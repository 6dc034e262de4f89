"""The table of what foreign values mean, which editors see and change."""

from dataclasses import dataclass

from directory.models import ValueMapping
from taxonomy.models import Place

TOPICS = "topics"
State = ValueMapping.State


@dataclass(frozen=True)
class Meaning:
    """What a foreign value means: words as (vocabulary, slug), topics among them as ("topics", slug); or a place."""

    state: str
    words: tuple = ()
    place: Place | None = None


def decided_meanings():
    """{(field, folded value): Meaning} of the whole table."""
    rows = ValueMapping.objects.select_related("place__parent__parent").prefetch_related("terms", "topics")
    return {(row.field, row.folded): meaning_of(row) for row in rows.iterator(chunk_size=500)}


def meaning_of(row):
    """The `Meaning` in a row of the table."""
    terms = ((term.vocabulary, term.slug) for term in row.terms.all())
    topics = ((TOPICS, topic.slug) for topic in row.topics.all())
    return Meaning(row.state, (*terms, *topics), row.place)


def save_meanings(pairs, lookup):
    """Write `pairs` of (row, Meaning). Values that editors have decided about meanwhile stay as they are."""
    if not pairs:
        return
    known = _waiting([row for row, _meaning in pairs])
    ValueMapping.objects.bulk_create([row for row, _meaning in pairs if _key(row) not in known], ignore_conflicts=True)
    written = _waiting([row for row, _meaning in pairs], decided=True)
    terms, topics = [], []
    for row, meaning in pairs:
        key = _key(row)
        if key in known:
            waiting = ValueMapping.objects.filter(pk=known[key], state=State.WAITING)
            if not waiting.update(state=row.state, place=row.place):
                continue
        for vocabulary, slug in meaning.words:
            if vocabulary == TOPICS:
                topics.append(_Topics(valuemapping_id=written[key], topic_id=lookup.topics[slug]))
            else:
                terms.append(_Terms(valuemapping_id=written[key], term_id=lookup.terms[vocabulary, slug]))
    _Terms.objects.bulk_create(terms, ignore_conflicts=True)
    _Topics.objects.bulk_create(topics, ignore_conflicts=True)


_Terms, _Topics = ValueMapping.terms.through, ValueMapping.topics.through


def _key(row):
    return row.field, row.folded


def _waiting(rows, *, decided=False):
    """{(field, folded value): pk} of those `rows` that are in the table: of all of them, or of those that wait."""
    found = ValueMapping.objects.filter(folded__in={row.folded for row in rows})
    found = found if decided else found.filter(state=State.WAITING)
    return {(field, folded): pk for pk, field, folded in found.values_list("pk", "field", "folded")}
