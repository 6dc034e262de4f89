"""What is asked, in Elasticsearch's queries. None of them parses a text, so no key is ever syntax."""

from search.engines.elasticsearch.mapping import facet_field
from search.terms import FIELD_WEIGHTS, LABELS, MEANT_FIRST, PREFIXES, STRICT, TITLE, TITLE_FIRST, WEAK

NOTHING = {"match_none": {}}


def compile_query(query, site_language, chosen=None):
    """The documents of a language that match, and have what is chosen in every facet."""
    filters = [_of_language(site_language), *compile_choices(chosen or {})]
    return {"bool": {"filter": filters, "must": [_groups(query)]}}


def compile_choices(chosen, without=None):
    """A filter for each facet that is narrowed, but `without`."""
    return [
        {"terms": {facet_field(name): list(values)}} for name, values in chosen.items() if values and name != without
    ]


def compile_prefixes(prefixes, site_language, meanings=()):
    """The documents that have, for each tuple, a word beginning with one of its prefixes, or one of the `meanings`.

    Those that have it in their titles come first, and whole words count more.
    """
    ways = [_all([_beginning(PREFIXES, alternatives) for alternatives in prefixes]), *map(_meaning, meanings)]
    filters, whole = [_of_language(site_language), {"bool": {"should": ways}}], []
    for one in meanings:
        in_title = _all([_key(TITLE, key) for key in one.keys])
        whole.append({"constant_score": {"filter": in_title, "boost": MEANT_FIRST}})
    for alternatives in prefixes:
        whole += [_key(PREFIXES, one) for one in alternatives]
        whole.append({"constant_score": {"filter": _beginning(TITLE, alternatives), "boost": TITLE_FIRST}})
    # An empty `should` would match nothing; beside filters, none has to match.
    return {"bool": {"filter": filters, "should": whole, "minimum_should_match": 0}}


def _meaning(meaning):
    said = [{"bool": {"should": [_key(TITLE, key), _key(LABELS, key)]}} for key in meaning.keys]
    return _all([*said, *(_beginning(PREFIXES, alternatives) for alternatives in meaning.prefixes)])


def _all(queries):
    return {"bool": {"filter": queries}}


def _beginning(stream, prefixes):
    return {"bool": {"should": [{"prefix": {stream: {"value": one}}} for one in prefixes]}}


def _of_language(site_language):
    return {"term": {"site_language": {"value": site_language}}}


def _groups(query):
    if not query.groups:
        return _everything()
    count = len(query.groups)
    needed = count if query.needed is None else query.needed
    if needed > count:
        return NOTHING
    parts = [_group(group, query.weakly) for group in query.groups]
    if needed <= 0:
        return {"bool": {"must": [_everything()], "should": parts, "minimum_should_match": 0}}
    if needed == count:
        return {"bool": {"must": parts}}
    return {"bool": {"should": parts, "minimum_should_match": needed}}


def _group(group, weakly):
    return _best_of([_phrase(phrase, weakly) for phrase in group.phrases])


def _phrase(phrase, weakly):
    if not phrase:
        return _everything()
    return {"bool": {"must": [_word(word, weakly) for word in phrase]}}


def _word(word, weakly):
    """In each stream the best of the keys counts, and what the streams give adds up."""
    fields = [(name, word.keys) for name in STRICT]
    if weakly:
        fields += [(name, word.roots) for name in WEAK]
    parts = [_best_of([_key(name, key) for key in keys], FIELD_WEIGHTS[name]) for name, keys in fields if keys]
    if not parts:
        return NOTHING
    return {"bool": {"should": parts, "minimum_should_match": 1, "boost": word.weight}}


def _key(stream, key):
    return {"term": {stream: {"value": key}}}


def _best_of(queries, weight=1.0):
    if not queries:
        return NOTHING
    return {"dis_max": {"queries": queries, "boost": weight}}


def _everything():
    return {"match_all": {"boost": 0.0}}
