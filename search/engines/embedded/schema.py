"""How a search document lies in a tantivy index."""

from functools import cache

import tantivy

from search.engines.base import Row
from search.terms import FIELD_WEIGHTS, PREFIXES

# Raised whenever the fields change: an index of another one is built anew.
SCHEMA_VERSION = 1

STREAMS = (*FIELD_WEIGHTS, PREFIXES)
FACETS = "facets"
# Ids and days share one number to sort by: 2^22 days are more than Python's calendar has.
_ID_BITS = 42
_LAST_ID = 2**_ID_BITS - 1


@cache
def schema():
    """Numbers stand in fast fields: `fast_field_values` reads nothing else. Positions of words are never asked for."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("version", fast=True)
    builder.add_text_field("site_language", tokenizer_name="raw", index_option="basic")
    for stream in STREAMS:
        builder.add_text_field(stream, tokenizer_name="whitespace", index_option="freq")
    builder.add_json_field(FACETS, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("name", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("newest", fast=True)
    return builder.build()


def document(row: Row):
    """The row as tantivy takes it."""
    made = tantivy.Document()
    made.add_unsigned("id", row.id)
    made.add_unsigned("version", row.version)
    made.add_text("site_language", row.site_language)
    for stream in STREAMS:
        made.add_text(stream, " ".join(row.streams.get(stream, ())))
    made.add_json(FACETS, {name: [facet_term(value) for value in dict.fromkeys(of)] for name, of in row.facets.items()})
    # Sorting takes one field. With the id behind it no two rows are alike, and pages never overlap.
    made.add_text("name", f"{row.sort_key}\0{row.id:020}")
    made.add_unsigned("newest", ((row.dated or 0) << _ID_BITS) | (_LAST_ID - row.id))
    return made


def facet_field(name):
    return f"{FACETS}.{name}"


def facet_term(value):
    """What stands in the index for a facet's value: behind a sign nothing looks like a date."""
    return f"={value}"


def facet_value(term):
    """The facet's value that a term of the index stands for."""
    return term[1:]
