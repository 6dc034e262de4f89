"""How a search document lies in an index of Elasticsearch."""

from search.engines.base import Row
from search.terms import FIELD_WEIGHTS, PREFIXES

# Raised whenever the fields change: an index of another one is made anew.
SCHEMA_VERSION = 1

STREAMS = (*FIELD_WEIGHTS, PREFIXES)
FACETS = "facets"
# No page reaches further; the server would have to hold all before it.
WINDOW = 10_000
# Lucene takes no term of more bytes than 32,766.
LONGEST_KEY = 32_766 // 4

# Each key is a term as it stands, weighed by BM25 as words are. An analyser by white space would cut long keys apart.
_KEYS = {
    "type": "keyword",
    "norms": True,
    "index_options": "freqs",
    "doc_values": False,
    "ignore_above": LONGEST_KEY,
}

MAPPINGS = {
    "dynamic": "strict",
    "date_detection": False,
    # Readers are shown what the database has.
    "_source": {"enabled": False},
    "dynamic_templates": [{"facets": {"path_match": f"{FACETS}.*", "mapping": {"type": "keyword"}}}],
    "properties": {
        "id": {"type": "long", "index": False},
        "version": {"type": "long", "index": False},
        "site_language": {"type": "keyword", "doc_values": False},
        **dict.fromkeys(STREAMS, _KEYS),
        FACETS: {"type": "object", "dynamic": True},
        "name": {"type": "keyword", "index": False, "ignore_above": LONGEST_KEY},
        "dated": {"type": "long", "index": False},
    },
}
SETTINGS = {
    # One shard counts exactly and weighs words as the embedded engine does; it holds some millions of documents.
    "number_of_shards": 1,
    # A second node gets a copy as soon as there is one.
    "auto_expand_replicas": "0-1",
    "max_result_window": WINDOW,
    "max_regex_length": LONGEST_KEY,
}


def document(row: Row):
    """The row as Elasticsearch takes it."""
    return {
        "id": row.id,
        "version": row.version,
        "site_language": row.site_language,
        **{stream: keys for stream in STREAMS if (keys := row.streams.get(stream))},
        FACETS: {name: list(values) for name, values in row.facets.items()},
        "name": row.sort_key,
        "dated": row.dated or 0,
    }


def facet_field(name):
    return f"{FACETS}.{name}"
