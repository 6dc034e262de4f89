"""Places: a gazetteer of countries, provinces and settlements, each with its name per language and its position."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.fields import PerLanguageField
from core.models import Labelled
from taxonomy.models.labels import refuse_taken_labels
from taxonomy.querysets import PlaceQuerySet


class PlaceKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    PROVINCE = "province", _("Province")
    SETTLEMENT = "settlement", _("Settlement")


class Place(Labelled):
    """A country, a province in it, or a settlement in that. `slug` stands in addresses and never changes.

    `code` is that of ISO 3166-1 (two letters) for a country, of ISO 3166-2 for a province. Positions are degrees
    (WGS 84) of a settlement's middle, or of a point inside a larger place.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=PlaceKind)
    slug = models.SlugField(_("slug"), max_length=60)
    code = models.CharField(_("code"), max_length=8, blank=True, help_text=_("ISO 3166, for countries and provinces."))
    labels = PerLanguageField(_("labels"))
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    # Editors better names and positions. The rest belongs to the program: only administrators reach it.
    panels = [
        FieldPanel("labels"),
        FieldPanel("latitude"),
        FieldPanel("longitude"),
        FieldPanel("kind", permission="superuser"),
        FieldPanel("parent", permission="superuser"),
        FieldPanel("code", permission="superuser"),
        FieldPanel("slug", permission="superuser"),
    ]

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="place_once_a_kind"),
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="place_code_once"),
            models.CheckConstraint(
                condition=models.Q(kind=PlaceKind.COUNTRY, parent=None)
                | (~models.Q(kind=PlaceKind.COUNTRY) & models.Q(parent__isnull=False)),
                name="only_countries_lie_nowhere",
            ),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_on_earth",
            ),
        ]

    def __str__(self):
        return str(self.labels)

    def clean(self):
        super().clean()
        refuse_taken_labels(self, Place.objects.filter(kind=self.kind, parent=self.parent_id))
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(_("A position needs both latitude and longitude."), code="half_position")

    @property
    def way(self):
        """The place and those that it lies in, the smallest first; prefetch `parent__parent` where many are asked."""
        return [self, *(self.parent.way if self.parent_id else [])]

    def above(self, kind):
        """The place of `kind` that this is or lies in, or None."""
        return next((place for place in self.way if place.kind == kind), None)
