"""What columns of a file can be brought into. The names are those of the columns of our own export."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taxonomy.models import Vocabulary


class Target(models.TextChoices):
    SOURCE_ID = "source_id", _("identifier in the source")
    NAME = "name", _("name")
    TEXT = "text", pgettext_lazy("column of an import", "text")
    SUMMARY = "summary", _("summary")
    STORY = "story", _("story")
    ORIGINAL_LANGUAGE = "original_language", _("language of the original")
    COUNTRY = "country", _("country")
    PROVINCE = "province", _("province")
    LOCALITY = "locality", _("settlement")
    LATITUDE = "latitude", _("latitude")
    LONGITUDE = "longitude", _("longitude")
    WEBSITE = "website", pgettext_lazy("column of an import", "website")
    LINKS = "links", _("links")
    KIND = "kind", _("kind of organisation")
    STAGE = "stage", _("stage")
    THEME = "theme", _("main theme")
    OTHER_THEMES = "other_themes", _("other themes")
    TARGET_GROUPS = "target_groups", _("target groups")
    INNOVATION_TYPES = "innovation_types", _("types of innovation")
    SDGS = "sdgs", _("Sustainable Development Goals")
    TOPICS = "topics", _("topics")
    WORDS = "words", pgettext_lazy("column of an import", "words")
    FOUNDED = "founded", _("founded in")
    SLUG = "slug", _("slug")
    FORMER_SLUGS = "former_slugs", _("former slugs")
    VISIBILITY = "visibility", _("visibility")
    PUBLISHED = "published", pgettext_lazy("column of an import", "published")
    VERIFIED = "verified", pgettext_lazy("column of an import", "verified")
    CONFIRMED_ON = "confirmed_on", pgettext_lazy("column of an import", "last confirmed")
    IS_DEMONSTRATION = "is_demonstration", pgettext_lazy("column of an import", "demonstration")


# Said beside the label where somebody chooses what a column means.
HINTS = {
    Target.TEXT: _("the summary, and the story where it is long"),
    Target.WEBSITE: _("further addresses become links"),
    Target.WORDS: _("of any vocabulary, through the table of values"),
    Target.PUBLISHED: _("yes or no"),
    Target.VERIFIED: _("yes or no"),
    Target.CONFIRMED_ON: _("a date, YYYY-MM-DD"),
    Target.IS_DEMONSTRATION: _("yes or no"),
}
# May be there once a language: `name:en`.
PER_LANGUAGE = {Target.NAME, Target.TEXT, Target.SUMMARY, Target.STORY}
# Fields with one term, fields with several, and the vocabulary of each.
ONE_TERM = {
    Target.KIND: Vocabulary.ORGANISATION_KINDS,
    Target.STAGE: Vocabulary.STAGES,
    Target.THEME: Vocabulary.THEMES,
}
SEVERAL_TERMS = {
    Target.OTHER_THEMES: Vocabulary.THEMES,
    Target.TARGET_GROUPS: Vocabulary.TARGET_GROUPS,
    Target.INNOVATION_TYPES: Vocabulary.INNOVATION_TYPES,
    Target.SDGS: Vocabulary.SDGS,
}
FLAGS = {Target.VERIFIED, Target.IS_DEMONSTRATION}
# What no row can do without.
NEEDED = (Target.SOURCE_ID, Target.NAME)


def field_label(field):
    """What people call the `field` of a problem: a target ("name", "text:de"), else a column by its own name."""
    name, colon, language = field.partition(":")
    if name not in Target.values:
        return field
    return f"{Target(name).label} ({language})" if colon else str(Target(name).label)
