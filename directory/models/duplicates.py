"""What editors have decided about profiles that look like duplicates."""

from django.db import models
from django.db.models import F, Q

from directory.models.profiles import Profile


class NotSameQuerySet(models.QuerySet):
    def note(self, profiles):
        """Remember of all pairs of `profiles` that they are not the same."""
        ids = sorted(profile.pk for profile in profiles)
        pairs = [(first, second) for place, first in enumerate(ids) for second in ids[place + 1 :]]
        self.bulk_create(
            [self.model(first_id=first, second_id=second) for first, second in pairs], ignore_conflicts=True
        )


class NotSame(models.Model):
    """Two profiles that have the same name and are two all the same. The first is the one with the smaller number."""

    first = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")

    objects = NotSameQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_same_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_same_in_order"),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"
