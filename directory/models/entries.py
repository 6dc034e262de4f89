"""What lists, counts, maps and exports ask: rows of what is public and of nothing else.

Both tables are derived from published profiles by `directory.indexing`, in the transaction that publishes.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.sorting import KEY_LENGTH
from directory.models.profiles import Profile
from directory.querysets import EntryQuerySet


class Facet(models.TextChoices):
    """What a list can be narrowed by. Values are slugs of terms, places and topics, codes of languages, or "yes"."""

    THEME = "theme", _("Theme")
    TARGET_GROUP = "group", _("Target group")
    KIND = "kind", _("Kind of organisation")
    STAGE = "stage", _("Stage")
    INNOVATION_TYPE = "innovation", _("Type of innovation")
    SDG = "sdg", _("Sustainable Development Goal")
    REGION = "region", _("Province")
    PLACE = "place", _("Settlement")
    COUNTRY = "country", _("Country")
    TOPIC = "topic", _("Topic")
    LANGUAGE = "language", _("Language")
    VERIFIED = "verified", pgettext_lazy("facet", "Verified")


class Entry(models.Model):
    """How one public profile stands in the lists of one language of the site. Every language has all of them.

    `text_language` is that of the texts shown, `name_language` that of the name; both differ from `language` where the
    profile says nothing in it.
    """

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="entries")
    language = models.CharField(max_length=12)
    text_language = models.CharField(max_length=35, blank=True)
    name_language = models.CharField(max_length=35, blank=True)
    name = models.CharField(max_length=160)
    sort_key = models.CharField(max_length=KEY_LENGTH)
    search_text = models.TextField()
    theme = models.CharField(max_length=60, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    published_at = models.DateTimeField()

    objects = EntryQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "language"], name="entry_once_a_language")]
        indexes = [
            models.Index(fields=["language", "sort_key", "profile"], name="entry_by_name"),
            models.Index(fields=["language", "-published_at", "profile"], name="entry_by_age"),
        ]

    def __str__(self):
        return self.name


class ProfileFacet(models.Model):
    """One value that a public profile is found under."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="facets", db_index=False)
    facet = models.CharField(max_length=12, choices=Facet)
    value = models.CharField(max_length=100)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "facet", "value"], name="facet_once_a_profile")]
        indexes = [models.Index(fields=["facet", "value", "profile"], name="profiles_by_facet")]

    def __str__(self):
        return f"{self.facet}={self.value}"
