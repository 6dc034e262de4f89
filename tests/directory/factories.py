"""Profiles as editors leave them: published, with a text in Bulgarian."""

import factory
from django.utils import timezone

from core.changes.transactions import content_changed
from directory.indexing import index_profiles
from directory.models import Profile, ProfileText, ProfileTopic
from taxonomy.models import Place, PlaceKind, Term, Vocabulary
from tests.taxonomy.factories import TopicFactory

MANY = {
    "themes": "other_themes",
    "groups": "target_groups",
    "innovations": "innovation_types",
    "sdgs": "sdgs",
}


def term(vocabulary, slug):
    """The word `slug` of a vocabulary, which the migrations have made."""
    return Term.objects.get(vocabulary=vocabulary, slug=slug)


def town(slug):
    """The settlement `slug` of the gazetteer."""
    return Place.objects.get(kind=PlaceKind.SETTLEMENT, slug=slug)


class ProfileFactory(factory.django.DjangoModelFactory):
    """A published profile; `live=False` makes a draft that never was public.

    Words of vocabularies are given by slug (`theme="climate", groups=["youth"]`), texts as {language: summary},
    topics as slugs.
    """

    class Meta:
        model = Profile

    name = factory.Sequence(lambda number: f"Работилница {number}")
    live = True

    @classmethod
    def _create(cls, model_class, *args, live=True, texts=None, topics=(), **kwargs):
        many = {field: kwargs.pop(name) for name, field in MANY.items() if name in kwargs}
        for name, vocabulary in (
            ("theme", Vocabulary.THEMES),
            ("kind", Vocabulary.ORGANISATION_KINDS),
            ("stage", Vocabulary.STAGES),
        ):
            if isinstance(kwargs.get(name), str):
                kwargs[name] = term(vocabulary, kwargs[name])
        if isinstance(kwargs.get("place"), str):
            kwargs["place"] = town(kwargs["place"])
        profile = model_class(live=False, has_unpublished_changes=True, **kwargs)
        for field, slugs in many.items():
            limit = Profile._meta.get_field(field).remote_field.limit_choices_to["vocabulary"]
            setattr(profile, field, [term(limit, slug) for slug in slugs])
        profile.texts = [
            ProfileText(language=language, summary=summary)
            for language, summary in ({"bg": "Учим занаят."} if texts is None else texts).items()
        ]
        profile.topics.add(*(TopicFactory(slug=slug, name=slug) if isinstance(slug, str) else slug for slug in topics))
        profile.save()
        revision = profile.save_revision(clean=False)
        if live:
            revision.publish()
        return Profile.objects.get(pk=profile.pk)


def insert_profiles(number, *, theme="climate", place="plovdiv", topic=None):
    """So many published profiles at once, with a text in Bulgarian, as an import makes them."""
    theme, place, now = term(Vocabulary.THEMES, theme), town(place), timezone.now()
    profiles = Profile.objects.bulk_create(
        Profile(
            name=f"Профил {count:05}", slug=f"profil-{count:05}", live=True, theme=theme, place=place,
            first_published_at=now,
        )
        for count in range(number)
    )  # fmt: skip
    ProfileText.objects.bulk_create(
        ProfileText(profile=profile, language="bg", summary="Учим занаят.") for profile in profiles
    )
    if topic:
        ProfileTopic.objects.bulk_create(ProfileTopic(content_object=profile, tag=topic) for profile in profiles)
    index_profiles([profile.pk for profile in profiles])
    content_changed()
    return profiles
