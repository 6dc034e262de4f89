"""What the listing of profiles can be narrowed by."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from directory.models import Profile, ProfileText, Visibility
from taxonomy.models import Place, PlaceKind, Term, Topic, Vocabulary


class State(TextChoices):
    LIVE = "live", pgettext_lazy("state of a profile", "Published")
    DRAFT = "draft", pgettext_lazy("state of a profile", "Draft")
    CHANGED = "changed", pgettext_lazy("state of a profile", "Published, changed since")


CONDITIONS = {
    State.LIVE: Q(live=True),
    State.DRAFT: Q(live=False),
    State.CHANGED: Q(live=True, has_unpublished_changes=True),
}
# Not a boolean filter, whose choice Wagtail names "True" above the listing.
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
LEVELS = ("place", "place__parent", "place__parent__parent")


def language_choices():
    return settings.LANGUAGES


def places_of(kind):
    """The places of `kind` that a profile lies in."""
    inhabited = Q()
    for level in LEVELS:
        inhabited |= Q(pk__in=Profile.objects.filter(**{f"{level}__isnull": False}).values(level))
    return Place.objects.of(kind).filter(inhabited)


def _terms(vocabulary, label, name):
    return ModelChoiceFilter(label=label, field_name=name, queryset=Term.objects.of(vocabulary))


class ProfileFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("State"), choices=State.choices, method="filter_state")
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Term.objects.of(Vocabulary.THEMES), method="filter_theme")
    kind = _terms(Vocabulary.ORGANISATION_KINDS, _("Kind"), "kind")
    stage = _terms(Vocabulary.STAGES, _("Stage"), "stage")
    group = _terms(Vocabulary.TARGET_GROUPS, _("Target group"), "target_groups")
    innovation = _terms(Vocabulary.INNOVATION_TYPES, _("Type of innovation"), "innovation_types")
    sdg = _terms(Vocabulary.SDGS, _("Sustainable Development Goal"), "sdgs")
    province = ModelChoiceFilter(
        label=_("Province"), queryset=lambda request: places_of(PlaceKind.PROVINCE), method="filter_place"
    )
    country = ModelChoiceFilter(
        label=_("Country"), queryset=lambda request: places_of(PlaceKind.COUNTRY), method="filter_place"
    )
    topic = ModelChoiceFilter(label=_("Topic"), field_name="topic_items__tag", queryset=Topic.objects.all())
    missing = ChoiceFilter(label=_("Without a text in"), choices=language_choices, method="filter_missing")
    verified = ChoiceFilter(label=pgettext_lazy("facet", "Verified"), choices=YES_NO, method="filter_yes_no")
    visibility = ChoiceFilter(label=_("Visibility"), choices=Visibility.choices)
    demonstration = ChoiceFilter(
        label=_("Demonstration"), field_name="is_demonstration", choices=YES_NO, method="filter_yes_no"
    )

    class Meta:
        model = Profile
        fields = []

    def filter_state(self, profiles, _name, state):
        return profiles.filter(CONDITIONS[state])

    def filter_yes_no(self, profiles, name, answer):
        return profiles.filter(**{name: answer == "yes"})

    def filter_theme(self, profiles, _name, term):
        others = Profile.other_themes.through.objects.filter(profile=OuterRef("pk"), term=term)
        return profiles.filter(Q(theme=term) | Exists(others))

    def filter_place(self, profiles, _name, place):
        within = Q()
        for level in LEVELS:
            within |= Q(**{level: place})
        return profiles.filter(within)

    def filter_missing(self, profiles, _name, language):
        """Those of which readers of `language` get no text of their own; a name alone is none."""
        texts = ProfileText.objects.filter(profile=OuterRef("pk"), language=language)
        return profiles.filter(~Exists(texts.exclude(summary="", story="")))
