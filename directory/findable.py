"""Profiles in search."""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.fields import PerLanguage
from directory.indexing import FOUND_AS, facet_values
from directory.models import Facet, Profile
from directory.plain import plain_text
from search.sources import Findable, Shown, Source, Text
from taxonomy.models import Place, Term, Topic

# Facets whose names mean something else for other kinds.
FACETS = {Facet.KIND: "organisation", Facet.LANGUAGE: "spoken"}
TERMS = ("kind", "stage", "theme", "other_themes", "target_groups", "innovation_types", "sdgs")


class ProfileSource(Source):
    kind = FOUND_AS
    label = _("Profiles")
    singular = pgettext_lazy("one thing found", "Profile")

    def findables(self, object_ids):
        for profile in Profile.objects.listed().filter(pk__in=object_ids).with_facts():
            yield self._findable(profile)

    def batches(self, size):
        last = 0
        while ids := list(
            Profile.objects.listed().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size]
        ):
            yield [str(pk) for pk in ids]
            last = ids[-1]

    def having(self, thing):
        if isinstance(thing, Topic):
            condition = Q(topic_items__tag=thing)
        elif isinstance(thing, Place):
            condition = Q(place=thing) | Q(place__parent=thing) | Q(place__parent__parent=thing)
        elif isinstance(thing, Term):
            condition = Q(*((name, thing) for name in TERMS), _connector=Q.OR)
        else:
            return ()
        return Profile.objects.listed().filter(condition).values_list("pk", flat=True).distinct()

    def _findable(self, profile):
        texts = {text.language: self._text(profile, text) for text in profile.texts.all()}
        facets = {}
        for facet, value in facet_values(profile):
            facets.setdefault(FACETS.get(facet, str(facet)), set()).add(value)
        published = profile.first_published_at
        return Findable(
            object_id=str(profile.pk),
            shown={code: self._shown(profile, texts, code) for code in dict(settings.LANGUAGES)},
            texts=tuple(texts.values()) or (self._name_alone(profile),),
            labels=tuple(_labels(profile)),
            facets=facets,
            date=timezone.localtime(published).date() if published else None,
        )

    def _shown(self, profile, texts, language):
        text = profile.text_in(language)
        with translation.override(language):
            url = reverse("directory_profile", args=[profile.slug])
        return Shown(texts[text.language] if text else self._name_alone(profile), url, profile.pk)

    def _text(self, profile, text):
        name, _language = profile.name_in(text.language)
        # Whatever they write in, people also know them by the name of the original.
        names = (profile.name,) if name != profile.name else ()
        return Text(text.language, name, text.summary, plain_text(text.story), names)

    def _name_alone(self, profile):
        return Text(profile.original_language, profile.name)


def _labels(profile):
    terms = [profile.kind, profile.stage, profile.theme, *profile.other_themes.all(), *profile.target_groups.all()]
    terms += [*profile.innovation_types.all(), *profile.sdgs.all()]
    yield from (topic.labels for topic in profile.topic_list)
    yield from (term.labels for term in dict.fromkeys(terms) if term)
    if profile.place:
        yield from (place.labels for place in profile.place.way)
    if profile.locality:
        yield PerLanguage({profile.original_language: profile.locality})
