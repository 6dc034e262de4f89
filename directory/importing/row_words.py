"""The words of a row: terms of our vocabularies and topics, named by slug, by label or through the table of values."""

from directory.importing.meanings import TOPICS
from directory.importing.reasons import Problem
from directory.importing.targets import ONE_TERM, SEVERAL_TERMS, Target
from directory.models import ValueMapping
from taxonomy.models import Vocabulary

# Where words go that come with their vocabulary: themes first to the main theme.
_FIELDS = {
    Vocabulary.THEMES: ("theme", "other_themes"),
    Vocabulary.ORGANISATION_KINDS: ("kind", None),
    Vocabulary.STAGES: ("stage", None),
    Vocabulary.TARGET_GROUPS: (None, "target_groups"),
    Vocabulary.INNOVATION_TYPES: (None, "innovation_types"),
    Vocabulary.SDGS: (None, "sdgs"),
    TOPICS: (None, "topics"),
}


class RowWords:
    def __init__(self, mapping, lookup, plan):
        self._mapping, self._lookup, self._plan = mapping, lookup, plan
        self._values = self._covered()

    def values(self, columns, given):
        """{field: slug or [slugs]} of every field that the mapping covers."""
        for column, target, text in columns:
            if target in ONE_TERM | SEVERAL_TERMS or target in (Target.TOPICS, Target.WORDS):
                for value in self._parts(text):
                    self._add(column, target, value)
        return {name: sorted(found) if isinstance(found, list) else found for name, found in self._values.items()}

    def _covered(self):
        values = {target.value: "" for target in ONE_TERM if self._mapping.covers(target)}
        values |= {target.value: [] for target in (*SEVERAL_TERMS, Target.TOPICS) if self._mapping.covers(target)}
        if self._mapping.covers(Target.WORDS):
            for one, several in _FIELDS.values():
                values |= {one: values.get(one, "")} if one else {}
                values |= {several: values.get(several, [])} if several else {}
        return values

    def _parts(self, text):
        parts = (" ".join(part.split()) for part in text.split(self._mapping.separator))
        return list(dict.fromkeys(part for part in parts if part))

    def _add(self, column, target, value):
        vocabulary = TOPICS if target == Target.TOPICS else {**ONE_TERM, **SEVERAL_TERMS}.get(target)
        slug = self._own(vocabulary, value)
        if slug:
            self._put(target.value, slug, value)
            return
        meaning = self._lookup.words(column, value, self._plan.name)
        if meaning.state == ValueMapping.State.WAITING:
            self._plan.problems.append(Problem(column[:80], value, "value_waits"))
        for found, slug in meaning.words:
            if target == Target.WORDS:
                self._place(found, slug)
            elif found == vocabulary:
                self._put(target.value, slug, value)

    def _own(self, vocabulary, value):
        """The slug where the column has our own words, by slug or label."""
        if vocabulary is None:
            return ""
        return self._lookup.topic(value) if vocabulary == TOPICS else self._lookup.term(vocabulary, value)

    def _put(self, field, slug, value):
        found = self._values[field]
        if isinstance(found, list):
            if slug not in found:
                found.append(slug)
        elif not found:
            self._values[field] = slug
        elif found != slug:
            self._plan.problems.append(Problem(field, value, "second_value"))

    def _place(self, vocabulary, slug):
        """Put a word that came through the table where its vocabulary belongs."""
        one, several = _FIELDS.get(vocabulary, (None, None))
        if one and self._values[one] in ("", slug):
            self._values[one] = slug
        elif several and slug not in self._values[several]:
            self._values[several].append(slug)
