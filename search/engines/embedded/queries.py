"""What is asked, in tantivy's queries. Nothing goes through a query parser, so no key is ever syntax."""

import re

from tantivy import Occur, Query

from search.engines.embedded.schema import facet_field, facet_term, schema
from search.terms import FIELD_WEIGHTS, LABELS, MEANT_FIRST, PREFIXES, STRICT, TITLE, TITLE_FIRST, WEAK

LONGEST_REGEX = 100  # characters
_MEANING = re.compile(r"[\\.+*?()|\[\]{}^$#&~-]")


def compile_query(query, site_language, chosen, without=None):
    """The documents of a language that match and have what is chosen in every facet but `without`."""
    parts = [(Occur.Must, _unscored(Query.term_query(schema(), "site_language", site_language, "basic")))]
    narrowing = [(name, values) for name, values in chosen.items() if values and name != without]
    parts += [(Occur.Must, _unscored(_any_value(name, values))) for name, values in narrowing]
    if query.groups:
        parts.append((Occur.Must, _groups(query)))
    return Query.boolean_query(parts)


def compile_prefixes(searcher, prefixes, site_language, meanings=()):
    """The documents that have, for each tuple, a word beginning with one of its prefixes, or one of the `meanings`.

    Those that have it in their title come first, then those that have it as a whole word.
    """
    parts = [(Occur.Must, _unscored(Query.term_query(schema(), "site_language", site_language, "basic")))]
    ways = [_all_begin(searcher, prefixes), *(_means(searcher, one) for one in meanings)]
    parts.append((Occur.Must, _unscored(Query.boolean_query([(Occur.Should, one) for one in ways]))))
    for one in meanings:
        in_title = Query.boolean_query([(Occur.Must, _key(TITLE, key)) for key in one.keys])
        parts.append((Occur.Should, Query.const_score_query(in_title, MEANT_FIRST)))
    for alternatives in prefixes:
        parts.append((Occur.Should, Query.const_score_query(_begins(searcher, TITLE, alternatives), TITLE_FIRST)))
        parts += [(Occur.Should, _key(PREFIXES, prefix)) for prefix in alternatives]
    return Query.boolean_query(parts)


def _all_begin(searcher, prefixes):
    return Query.boolean_query([(Occur.Must, _begins(searcher, PREFIXES, alternatives)) for alternatives in prefixes])


def _means(searcher, meaning):
    said = [
        Query.boolean_query([(Occur.Should, _key(TITLE, key)), (Occur.Should, _key(LABELS, key))])
        for key in meaning.keys
    ]
    begun = [_begins(searcher, PREFIXES, alternatives) for alternatives in meaning.prefixes]
    return Query.boolean_query([(Occur.Must, one) for one in (*said, *begun)])


def compile_ids(ids):
    return Query.term_set_query(schema(), "id", list(ids))


def _groups(query):
    count = len(query.groups)
    needed = count if query.needed is None else query.needed
    if needed > count:
        return Query.empty_query()
    parts = [(Occur.Should, _group(group, query.weakly)) for group in query.groups]
    if needed <= 0:
        return Query.boolean_query([(Occur.Must, _everything()), *parts])
    if needed == count:
        return Query.boolean_query([(Occur.Must, part) for _occur, part in parts])
    return Query.boolean_query(parts, minimum_number_should_match=needed)


def _group(group, weakly):
    return _best_of([_phrase(phrase, weakly) for phrase in group.phrases])


def _phrase(phrase, weakly):
    if not phrase:
        return _everything()
    return Query.boolean_query([(Occur.Must, _word(word, weakly)) for word in phrase])


def _word(word, weakly):
    """In each stream the best of the keys counts, and what the streams give adds up."""
    fields = [(name, word.keys) for name in STRICT]
    if weakly:
        fields += [(name, word.roots) for name in WEAK]
    parts = [
        (Occur.Should, Query.boost_query(_best_of([_key(name, key) for key in keys]), FIELD_WEIGHTS[name]))
        for name, keys in fields
        if keys
    ]
    if not parts:
        return Query.empty_query()
    return Query.boost_query(Query.boolean_query(parts), word.weight)


def _begins(searcher, stream, prefixes):
    """Not `phrase_prefix_query`, which stops at fifty words. A regex is the fastest, and refuses long ones."""
    if sum(map(len, prefixes)) <= LONGEST_REGEX:
        one_of = "|".join(_MEANING.sub(r"\\\g<0>", prefix) for prefix in prefixes)
        return Query.regex_query(schema(), stream, f"({one_of}).*")
    words = {word for prefix in prefixes for word, _count in searcher.terms_with_prefix(stream, prefix)}
    return Query.term_set_query(schema(), stream, list(words))


def _key(stream, key):
    return Query.term_query(schema(), stream, key, "freq")


def _any_value(name, values):
    return Query.term_set_query(schema(), facet_field(name), [facet_term(value) for value in values])


def _best_of(queries):
    if len(queries) == 1:
        return queries[0]
    return Query.disjunction_max_query(queries) if queries else Query.empty_query()


def _everything():
    return _unscored(Query.all_query())


def _unscored(query):
    return Query.const_score_query(query, 0.0)
