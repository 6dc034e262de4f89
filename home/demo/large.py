"""Thousands of generated profiles, for trying the directory at scale. The same number gives the same profiles."""

import random
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.changes.transactions import content_changed
from core.models.labelled import derived_columns
from core.slugs import slugify
from directory.indexing import index_profiles
from directory.models import Profile, ProfileText, ProfileTopic
from directory.slugs import fold_name
from taxonomy.models import Place, PlaceKind, Term, Topic, Vocabulary

SLUG = "proba"  # begins the slug of every generated profile
BATCH = 1000
THINGS = ["Работилница", "Пекарна", "Градина", "Читалня", "Кухня", "Библиотека", "Ферма", "Мрежа", "Школа", "Къща"]
WHOSE = ["на квартала", "за всички", "под липите", "край реката", "на баба", "без граници", "назаем", "за двама"]
DONE = ["учим", "приемаме", "събираме", "поправяме", "готвим с", "водим", "наемаме", "свързваме"]
WHOM = ["съседи, които имат нужда", "младежи без работа", "самотни хора", "семейства с деца", "майстори и чираци"]
MANY = {
    "other_themes": (Vocabulary.THEMES, 1),
    "target_groups": (Vocabulary.TARGET_GROUPS, 3),
    "innovation_types": (Vocabulary.INNOVATION_TYPES, 2),
    "sdgs": (Vocabulary.SDGS, 3),
}


class LargeDirectory:
    """Generates profiles out of the vocabularies, the topics and the towns that the site has."""

    def __init__(self):
        self.dice = random.Random(SLUG)  # noqa: S311 (nothing secret)
        self.terms = {vocabulary: list(Term.objects.of(vocabulary)) for vocabulary in Vocabulary.values}
        self.topics = list(Topic.objects.all())
        self.towns = list(Place.objects.of(PlaceKind.SETTLEMENT).filter(latitude__isnull=False).order_by("pk"))

    def grow(self, number, tell=lambda made: None):
        """See that there are `number` generated profiles; `tell(made)` hears how far it is. Can be broken off."""
        there = Profile.objects.filter(slug__startswith=f"{SLUG}-").count()
        for start in range(0, number, BATCH):
            profiles = [self._profile(place) for place in range(start, min(start + BATCH, number))]
            parts = [self._parts(profile) for profile in profiles]
            if start + len(profiles) > there:
                self._save(profiles[max(0, there - start) :], parts[max(0, there - start) :])
            tell(start + len(profiles))

    def _profile(self, number):
        dice, town = self.dice, self.dice.choice(self.towns)
        name = f"{dice.choice(THINGS)} {dice.choice(WHOSE)} {number + 1}"
        published = timezone.now() - timedelta(minutes=dice.randrange(3 * 365 * 24 * 60))
        return Profile(
            name=name,
            slug=f"{SLUG}-{slugify(name)}",
            folded_name=fold_name(name),
            **derived_columns({settings.LANGUAGE_CODE: name}),
            kind=dice.choice(self.terms[Vocabulary.ORGANISATION_KINDS]),
            stage=dice.choice(self.terms[Vocabulary.STAGES]),
            theme=dice.choice(self.terms[Vocabulary.THEMES]),
            founded=dice.randrange(1990, 2027),
            place=town,
            latitude=town.latitude + dice.gauss(0, 0.02),
            longitude=town.longitude + dice.gauss(0, 0.02),
            website=f"https://{slugify(name)}.example.org",
            verified=dice.random() < 0.4,
            is_demonstration=True,
            first_published_at=published,
            last_published_at=published,
        )

    def _parts(self, profile):
        """What hangs on it: its words of each vocabulary, its topics and its texts."""
        dice = self.dice
        words = {field: dice.sample(self.terms[name], dice.randint(0, most)) for field, (name, most) in MANY.items()}
        topics = dice.sample(self.topics, dice.randint(0, min(3, len(self.topics))))
        summary = f"Тук {dice.choice(DONE)} {dice.choice(WHOM)}."
        texts = {settings.LANGUAGE_CODE: summary} | ({"en": "A place for neighbours."} if dice.random() < 0.6 else {})
        return words, topics, texts

    @transaction.atomic
    def _save(self, profiles, parts):
        Profile.objects.bulk_create(profiles)
        for field in MANY:
            link = Profile._meta.get_field(field).remote_field.through
            link.objects.bulk_create(
                link(profile=profile, term=term)
                for profile, (words, _topics, _texts) in zip(profiles, parts, strict=True)
                for term in words[field]
            )
        rows = list(zip(profiles, parts, strict=True))
        ProfileTopic.objects.bulk_create(
            ProfileTopic(content_object=profile, tag=topic) for profile, (_w, topics, _t) in rows for topic in topics
        )
        ProfileText.objects.bulk_create(
            ProfileText(profile=profile, language=code, summary=text, story=f"<p>{text}</p>")
            for profile, (_words, _topics, texts) in rows
            for code, text in texts.items()
        )
        index_profiles(profile.pk for profile in profiles)
        content_changed()
