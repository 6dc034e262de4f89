"""Rows of other tables that belong to profiles: terms, topics, links and former slugs."""

from directory.importing.targets import SEVERAL_TERMS
from directory.models import FormerSlug, Profile, ProfileLink, ProfileTopic


def write_relations(changes, lookup, *, are_new):
    """Write what `changes`, a list of (pk, {field: value}), say of other tables; what they don't name stays."""
    if not are_new:
        _clear(changes)
    for field, vocabulary in SEVERAL_TERMS.items():
        link = _terms_of(field)
        link.objects.bulk_create(
            link(profile_id=pk, term_id=lookup.terms[vocabulary.value, slug])
            for pk, values in changes
            for slug in values.get(field.value, ())
            if (vocabulary.value, slug) in lookup.terms
        )
    ProfileTopic.objects.bulk_create(
        ProfileTopic(content_object_id=pk, tag_id=lookup.topics[slug])
        for pk, values in changes
        for slug in values.get("topics", ())
        if slug in lookup.topics
    )
    ProfileLink.objects.bulk_create(
        ProfileLink(profile_id=pk, url=url, sort_order=place)
        for pk, values in changes
        for place, url in enumerate(values.get("links", ()))
    )
    FormerSlug.objects.bulk_create(
        (FormerSlug(profile_id=pk, slug=slug) for pk, values in changes for slug in values.get("former_slugs", ())),
        ignore_conflicts=True,
    )


def _clear(changes):
    """Former slugs stay: somebody may still come by one."""
    for field in SEVERAL_TERMS:
        if having := _naming(changes, field.value):
            _terms_of(field).objects.filter(profile__in=having).delete()
    if having := _naming(changes, "topics"):
        ProfileTopic.objects.filter(content_object__in=having).delete()
    if having := _naming(changes, "links"):
        ProfileLink.objects.filter(profile__in=having).delete()


def _naming(changes, field):
    return [pk for pk, values in changes if field in values]


def _terms_of(field):
    return Profile._meta.get_field(field.value).remote_field.through
