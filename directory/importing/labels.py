"""Terms and topics by slug and by label, and the topics that a mapping brings along."""

from core.models.labelled import fold
from taxonomy.models import Term, Topic


def known_terms():
    """({(vocabulary, slug): pk}, {(vocabulary, folded label): slug})."""
    by_slug, by_label = {}, {}
    for term in Term.objects.all():
        by_slug[term.vocabulary, term.slug] = term.pk
        by_label |= {(term.vocabulary, fold(label)): term.slug for label in term.labels.values()}
    return by_slug, by_label


def known_topics():
    """({slug: pk}, {folded label: slug})."""
    by_slug, by_label = {}, {}
    for pk, slug, name, labels in Topic.objects.values_list("pk", "slug", "name", "labels").iterator(chunk_size=2000):
        by_slug[slug] = pk
        by_label |= {fold(label): slug for label in (name, *labels.values())}
    return by_slug, by_label


def ensure_topics(labels_by_slug):
    """Give the site the topics that a mapping names, where it has none with the slug or with one of the labels."""
    for slug, labels in labels_by_slug.items():
        taken = any(Topic.objects.labelled(label).exists() for label in labels.values())
        if not taken and not Topic.objects.filter(slug=slug).exists():
            Topic(slug=slug, labels=labels).save()
