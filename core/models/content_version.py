"""The content version: one row that says whether what was read before still holds."""

import secrets

from django.db import connections, models
from django.db.models import F


class ContentVersionManager(models.Manager):
    def now(self):
        """The version as (number, stamp). Where nothing was counted yet, one that nobody else ever sees."""
        # Every request asks this: as SQL it takes a tenth of the time.
        with connections[self.db].cursor() as cursor:
            cursor.execute(f"SELECT number, stamp FROM {self.model._meta.db_table}")  # noqa: S608 (a name of our own)
            return cursor.fetchone() or (0, _fresh_stamp())

    def number(self):
        """The number alone, 0 where nothing was counted yet."""
        return self.values_list("number", flat=True).first() or 0

    def count_up(self):
        """Count one change of the content. The row stays locked until the running transaction ends.

        Whoever sees a number therefore sees all that was changed under it and under every smaller one.
        """
        if not self._count():
            self.bulk_create([self.model(id=1)], ignore_conflicts=True)
            self._count()

    def _count(self):
        return self.update(number=F("number") + 1, stamp=_fresh_stamp())


class ContentVersion(models.Model):
    """How often the content has changed. `stamp` differs even where a database restored from a copy counts again."""

    number = models.PositiveBigIntegerField(default=0)
    stamp = models.CharField(max_length=16, default="", editable=False)

    objects = ContentVersionManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_content_version")]

    def __str__(self):
        return f"{self.number}-{self.stamp}"


def _fresh_stamp():
    return secrets.token_hex(8)
