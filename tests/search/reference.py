"""A search engine of a few lines that does what the interface says in the plainest way, for comparing and for tests."""

import math
from collections import Counter

from search.engines.base import Engine, Found
from search.terms import FIELD_WEIGHTS, PREFIXES, STRICT, WEAK

K1, B = 1.2, 0.75


class ReferenceEngine(Engine):
    """Holds rows in memory and looks at each of them for each request."""

    def __init__(self):
        self.rows = {}

    def write(self, rows, deleted=()):
        for row in rows:
            if row.id not in self.rows or self.rows[row.id].version <= row.version:
                self.rows[row.id] = row
        for one in deleted:
            self.rows.pop(one, None)
        self._counted = {
            number: {name: Counter(keys) for name, keys in row.streams.items()} for number, row in self.rows.items()
        }
        lengths = {name: [len(row.streams.get(name, ())) for row in self.rows.values()] for name in FIELD_WEIGHTS}
        self._average = {name: sum(found) / max(len(found), 1) or 1 for name, found in lengths.items()}
        self._frequencies = {
            name: Counter(key for row in self.rows.values() for key in set(row.streams.get(name, ())))
            for name in FIELD_WEIGHTS
        }

    def versions(self):
        return {number: row.version for number, row in self.rows.items()}

    def last_version(self):
        return max(self.versions().values(), default=0)

    def search(self, request):
        scored = {}
        for number, row in self.rows.items():
            score = self._score(number, request.query) if row.site_language == request.site_language else None
            if score is not None:
                scored[number] = score
        matching = [self.rows[number] for number in scored]
        kept = [row for row in matching if self._is_chosen(row, request.chosen)]
        kept.sort(key=lambda row: self._order(row, request.order, scored))
        page = kept[request.offset : request.offset + request.limit]
        counts = {name: self._counts(matching, name, request.chosen) for name in request.counted}
        return Found(tuple((row.id, scored[row.id]) for row in page), len(kept), counts)

    def suggest(self, prefixes, site_language, limit, meanings=()):
        found = [
            row
            for row in self.rows.values()
            if row.site_language == site_language
            and (_all_begin(row, prefixes) or any(_means(row, one) for one in meanings))
        ]
        found.sort(key=lambda row: (-_begun(row.streams.get("title", ()), prefixes), -_whole(row, prefixes)))
        return tuple(row.id for row in found[:limit])

    @staticmethod
    def _order(row, order, scored):
        if order == "name":
            return row.sort_key, row.id
        if order == "newest":
            return -(row.dated or 0), row.id
        return -scored[row.id], row.id

    @staticmethod
    def _is_chosen(row, chosen, without=None):
        return all(
            not values or name == without or set(values) & set(row.facets.get(name, ()))
            for name, values in chosen.items()
        )

    def _counts(self, rows, name, chosen):
        return dict(
            Counter(
                value
                for row in rows
                if self._is_chosen(row, chosen, without=name)
                for value in row.facets.get(name, ())
            )
        )

    def _score(self, number, query):
        groups = [self._group(number, group, query.weakly) for group in query.groups]
        had = [score for score in groups if score is not None]
        return sum(had) if len(had) >= (len(groups) if query.needed is None else query.needed) else None

    def _group(self, number, group, weakly):
        phrases = [[self._word(number, word, weakly) for word in phrase] for phrase in group.phrases]
        return max((sum(words) for words in phrases if None not in words), default=None)

    def _word(self, number, word, weakly):
        found = [self._field(number, name, word.keys) for name in STRICT]
        if weakly:
            found += [self._field(number, name, word.roots) for name in WEAK]
        had = [score for score in found if score is not None]
        return word.weight * sum(had) if had else None

    def _field(self, number, name, keys):
        counted = self._counted[number].get(name, {})
        had = [key for key in keys if key in counted]
        if not had:
            return None
        length = sum(counted.values()) / self._average[name]
        return FIELD_WEIGHTS[name] * max(
            self._rarity(name, key) * counted[key] * (K1 + 1) / (counted[key] + K1 * (1 - B + B * length))
            for key in had
        )

    def _rarity(self, name, key):
        among = self._frequencies[name][key]
        return math.log(1 + (len(self.rows) - among + 0.5) / (among + 0.5))


def _all_begin(row, prefixes):
    keys = row.streams.get(PREFIXES, ())
    return all(any(key.startswith(alternatives) for key in keys) for alternatives in prefixes)


def _means(row, meaning):
    said = {*row.streams.get("title", ()), *row.streams.get("labels", ())}
    return said.issuperset(meaning.keys) and _all_begin(row, meaning.prefixes)


def _begun(keys, prefixes):
    return sum(any(key.startswith(one) for key in keys) for one in prefixes)


def _whole(row, prefixes):
    return len({prefix for alternatives in prefixes for prefix in alternatives}.intersection(row.streams[PREFIXES]))
