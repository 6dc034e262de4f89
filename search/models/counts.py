"""How often readers searched for what (docs/adr/0011-searches-are-counted-without-readers.md)."""

from django.db import models
from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _


class QueryCountQuerySet(models.QuerySet):
    def named(self):
        """Those of queries whose text is kept."""
        return self.exclude(text="")

    def summed(self):
        """A dictionary for each query: `text`, `language`, and its `total`, `without`, `weakly` and `on_days`."""
        return self.values("language", "text").annotate(
            total=Sum("asked"), without=Sum("failed"), weakly=Sum("weak"), on_days=Count("day", distinct=True)
        )


class QueryCount(models.Model):
    """How often a query was asked on a day by readers of a language, and how often without finding (enough).

    `fingerprint` is a keyed hash of the query; `text` is empty until it was asked on enough days (`search.recording`).
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    fingerprint = models.CharField(max_length=64)
    text = models.TextField(_("search"), blank=True, default="")
    asked = models.PositiveIntegerField(_("asked"), default=0)
    failed = models.PositiveIntegerField(_("found nothing"), default=0)
    weak = models.PositiveIntegerField(_("only weaker matches"), default=0)

    objects = QueryCountQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "fingerprint", "day"], name="query_counted_once_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="query_counts_by_day")]
        default_permissions = ("view",)
        verbose_name = _("query count")
        verbose_name_plural = _("query counts")

    def __str__(self):
        return f"{self.day} {self.text or self.fingerprint[:8]}"
