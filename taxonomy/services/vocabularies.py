"""Filling the closed vocabularies."""

from django.db import transaction

from taxonomy.files import read
from taxonomy.models import Term, Vocabulary
from taxonomy.services.labels import fill_labels


@transaction.atomic
def load_vocabularies(*, terms=None):
    """Give every closed vocabulary its words; what editors changed stays, languages they lack are filled in.

    `terms` is a manager: migrations pass that of their own `Term`.
    """
    terms = terms or Term._default_manager
    words = read("vocabularies.toml") | read("sdgs.toml")
    for vocabulary in Vocabulary.values:
        for place, word in enumerate(words[vocabulary], start=1):
            term = terms.filter(vocabulary=vocabulary, slug=word["slug"]).first()
            if term is None:
                term = terms.model(vocabulary=vocabulary, slug=word["slug"], order=place)
            if fill_labels(term, word["label"]):
                term.save()
