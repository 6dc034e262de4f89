"""What names, slugs and foreign values stand for here, kept in memory for the time of an import."""

from core.models.labelled import fold
from directory.importing.labels import known_terms, known_topics
from directory.importing.meanings import TOPICS, Meaning, State, decided_meanings, save_meanings
from directory.models import ValueMapping
from directory.models.imports import VALUE_LENGTH
from taxonomy.models import Place, PlaceKind
from taxonomy.selectors import country_named, place_named

COUNTRY = "country"


class Lookup:
    """Answers from the database as it was when the import (or the job that goes on with it) began.

    Values that it didn't know before are added to the table that editors see by `save_values`.
    """

    def __init__(self, mapping):
        self._mapping = mapping
        self.terms, self.term_labels = known_terms()
        self.topics, self.topic_labels = known_topics()
        self.places = {}
        self._meanings = decided_meanings()
        self._new, self._asked = {}, set()
        self._settlements, self._countries, self._inhabited = {}, {}, {}

    def place(self, key):
        """The place of "kind:slug", as `key_of` writes it; None for ""."""
        if key and key not in self.places:
            kind, _colon, slug = key.partition(":")
            self._keep(Place.objects.with_way().filter(kind=kind, slug=slug).first(), key)
        return self.places.get(key)

    def key_of(self, place):
        """The place as texts in records name it."""
        key = f"{place.kind}:{place.slug}" if place else ""
        self._keep(place, key)
        return key

    def country(self, text, example=""):
        """The meaning of what a file calls a country."""
        return self._meaning(COUNTRY, text, example, self._named_country)

    def country_with_code(self, code):
        if code not in self._countries:
            self._countries[code] = Place.objects.filter(kind=PlaceKind.COUNTRY, code=code).first() if code else None
        return self._countries[code]

    def inside(self, text, country, kind):
        """The province or settlement of this name in `country`, or None."""
        if country.pk not in self._inhabited:
            self._inhabited[country.pk] = Place.objects.filter(parent=country).exists()
        if not self._inhabited[country.pk]:
            return None
        key = fold(text), country.pk, kind
        if key not in self._settlements:
            self._settlements[key] = place_named(text, country=country, kind=kind)
        return self._settlements[key]

    def term(self, vocabulary, text):
        """The slug of the term that `text` names by slug or label, or ""."""
        if (vocabulary, text) in self.terms:
            return text
        return self.term_labels.get((vocabulary, fold(text)), "")

    def topic(self, text):
        """The slug of the topic that `text` names by slug or label, or ""."""
        return text if text in self.topics else self.topic_labels.get(fold(text), "")

    def words(self, column, text, example=""):
        """The meaning of a value of a foreign vocabulary."""
        return self._meaning(column, text, example, lambda value: self._mapped_words(column, value))

    def save_values(self, *, only_waiting=False):
        """Write the values that were met for the first time, or that mean something now. Part of a transaction."""
        new, self._new = list(self._new.values()), {}
        save_meanings([pair for pair in new if not only_waiting or pair[0].state == State.WAITING], self)

    def _keep(self, place, key):
        if place:
            self.places[key] = place

    def _meaning(self, field, text, example, find):
        text = " ".join(text.split())[:VALUE_LENGTH]
        key = field[:80], fold(text)[:VALUE_LENGTH]
        if key not in self._asked:
            self._asked.add(key)
            known = self._meanings.get(key)
            # What waits is asked again: a mapping or a label may know it by now.
            if known is None or known.state == State.WAITING:
                meaning = find(text)
                if meaning != known:
                    place, example = meaning.place, example[:160]
                    row = ValueMapping(
                        field=key[0], value=text, folded=key[1], state=meaning.state, place=place, example=example
                    )
                    self._new[key] = row, meaning
                self._meanings[key] = meaning
        return self._meanings[key]

    def _named_country(self, text):
        place = country_named(text)
        return Meaning(State.MAPPED, place=place) if place else Meaning(State.WAITING)

    def _mapped_words(self, column, text):
        """What the mapping says, else what has the same label here."""
        values = self._mapping.values.get(column, {})
        folded = {fold(value): words for value, words in values.items()}
        if fold(text) in folded:
            meant = folded[fold(text)]
            words = tuple(word for word in map(self._word, meant) if word)
            return Meaning(State.MAPPED if words else State.WAITING if meant else State.IGNORED, words)
        if slug := self.topic_labels.get(fold(text)):
            return Meaning(State.MAPPED, ((TOPICS, slug),))
        return Meaning(State.WAITING)

    def _word(self, text):
        vocabulary, _colon, slug = text.partition(":")
        if vocabulary == TOPICS:
            labels = self._mapping.topics.get(slug)
            known = slug if slug in self.topics else next(filter(None, map(self.topic, (labels or {}).values())), "")
            # A rehearsal makes no topics: it goes by those that the mapping would bring.
            return (TOPICS, known or slug) if known or labels else None
        return (vocabulary, slug) if (vocabulary, slug) in self.terms else None
