"""Exact counts of facets, however many values they have."""

from search.engines.elasticsearch.mapping import facet_field
from search.engines.elasticsearch.queries import compile_choices

# Most facets have fewer values. Of more, the rest is read page by page; no answer may have more than 65,536 in all.
AT_ONCE = 4_000


def aggregations(request):
    """What to ask beside the search: each facet without its own narrowing."""
    return {
        f"f{number}": {
            "filter": {"bool": {"filter": compile_choices(request.chosen, without=name)}},
            "aggs": {"values": {"terms": {"field": facet_field(name), "size": AT_ONCE}}},
        }
        for number, name in enumerate(request.counted)
    }


def counts(request, answered, ask):
    """{facet: {value: count}} out of what the server answered; `ask(aggregations)` asks it for more."""
    found = {}
    for number, name in enumerate(request.counted):
        values = answered[f"f{number}"]["values"]
        if values["sum_other_doc_count"]:
            found[name] = dict(_one_by_one(request, name, ask))
        else:
            found[name] = {bucket["key"]: bucket["doc_count"] for bucket in values["buckets"]}
    return found


def _one_by_one(request, name, ask):
    source = {"sources": [{"value": {"terms": {"field": facet_field(name)}}}], "size": AT_ONCE}
    narrowed = {"bool": {"filter": compile_choices(request.chosen, without=name)}}
    while True:
        page = ask({"all": {"filter": narrowed, "aggs": {"values": {"composite": source}}}})["all"]["values"]
        yield from ((bucket["key"]["value"], bucket["doc_count"]) for bucket in page["buckets"])
        if "after_key" not in page:
            return
        source = source | {"after": page["after_key"]}
