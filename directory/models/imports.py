"""What imports leave behind: runs with their reports, where profiles come from, and what foreign values mean here."""

import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from directory.models.profiles import Profile
from taxonomy.models import Place, Term, Topic

VALUE_LENGTH = 200


def file_path(run, filename):
    """Where an uploaded file is kept: outside of what web servers hand out, under a name that says nothing."""
    suffix = PurePosixPath(filename).suffix.lower()
    return f"imports/{uuid.uuid4().hex}{suffix if suffix in ('.csv', '.json', '.geojson') else ''}"


class ImportRun(models.Model):
    """One file on its way into the directory, or a rehearsal of that (`dry`).

    `cursor` is the number of entries that are done: each batch commits together with it. While a run is being undone it
    is the id of the last row that was.
    """

    class State(models.TextChoices):
        NEW = "new", pgettext_lazy("state of an import", "Prepared")
        RUNNING = "running", pgettext_lazy("state of an import", "Running")
        STOPPED = "stopped", pgettext_lazy("state of an import", "Interrupted")
        DONE = "done", pgettext_lazy("state of an import", "Finished")
        FAILED = "failed", pgettext_lazy("state of an import", "Refused")
        UNDOING = "undoing", pgettext_lazy("state of an import", "Being undone")
        UNDONE = "undone", pgettext_lazy("state of an import", "Undone")

    source = models.SlugField(
        _("source"),
        max_length=60,
        help_text=_("A short word for where the entries come from. The next file of that source is recognised by it."),
    )
    file = models.FileField(_("file"), upload_to=file_path, max_length=200, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    columns = models.JSONField(default=dict, blank=True, editable=False)
    mapping = models.JSONField(_("mapping"), default=dict, blank=True)
    dry = models.BooleanField(_("rehearsal"), default=False)
    publish = models.BooleanField(_("publish"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.NEW)
    total = models.PositiveIntegerField(_("entries"), default=0)
    cursor = models.PositiveBigIntegerField(default=0)
    created = models.PositiveIntegerField(pgettext_lazy("rows of an import", "created"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    doubtful = models.PositiveIntegerField(_("doubtful"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    error = models.JSONField(default=dict, blank=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)
    started_at = models.DateTimeField(_("started"), null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True, editable=False)
    moved_at = models.DateTimeField(null=True, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["source", "digest"], name="import_by_file")]

    def __str__(self):
        return f"{self.source} {self.pk}"

    @property
    def counts(self):
        """How many rows had each outcome."""
        return {outcome.value: getattr(self, outcome.value) for outcome in ImportRow.Outcome}


class ImportRow(models.Model):
    """What became of one entry of a file. `before` is what an update replaced, by field, for undoing it."""

    class Outcome(models.TextChoices):
        CREATED = "created", pgettext_lazy("outcome of an import's row", "Created")
        UPDATED = "updated", pgettext_lazy("outcome of an import's row", "Updated")
        UNCHANGED = "unchanged", pgettext_lazy("outcome of an import's row", "Unchanged")
        DOUBTFUL = "doubtful", pgettext_lazy("outcome of an import's row", "Doubtful")
        REFUSED = "refused", pgettext_lazy("outcome of an import's row", "Refused")

    class Likeness(models.TextChoices):
        POSSIBLE = "possible", _("Possible duplicate")
        LIKELY = "likely", _("Likely duplicate")

    class Undone(models.TextChoices):
        DELETED = "deleted", pgettext_lazy("how a row was undone", "Deleted")
        REVERTED = "reverted", pgettext_lazy("how a row was undone", "As before")
        KEPT = "kept", pgettext_lazy("how a row was undone", "Kept: somebody has worked on it since")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", db_index=False)
    line = models.PositiveIntegerField(_("line"))
    source_id = models.CharField(_("identifier"), max_length=VALUE_LENGTH, blank=True)
    name = models.CharField(_("name"), max_length=160, blank=True)
    folded_name = models.CharField(max_length=160, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome)
    likeness = models.CharField(_("duplicate"), max_length=8, choices=Likeness, blank=True)
    profile = models.ForeignKey(
        Profile, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("profile")
    )
    problems = models.JSONField(_("problems"), default=list)
    before = models.JSONField(null=True)
    undone = models.CharField(max_length=8, choices=Undone, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ["pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["run", "source_id"], name="import_rows_by_source_id"),
            models.Index(fields=["run", "folded_name"], name="import_rows_by_name"),
            models.Index(fields=["run", "outcome"], name="import_rows_by_outcome"),
        ]

    def __str__(self):
        return f"{self.line}: {self.name}"


class Origin(models.Model):
    """Where a profile came from, and what the last import brought: what differs from that, somebody changed here.

    Without a profile it remembers that somebody deleted the profile, so that no import brings it back. Whoever merges
    profiles lets their origins point at the one that stays.
    """

    source = models.SlugField(max_length=60, db_index=False)
    source_id = models.CharField(max_length=VALUE_LENGTH)
    profile = models.ForeignKey(Profile, on_delete=models.SET_NULL, null=True, related_name="origins")
    brought = models.JSONField(default=dict)
    digest = models.CharField(max_length=40)
    run = models.ForeignKey(ImportRun, on_delete=models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="origin_once_a_source")]

    def __str__(self):
        return f"{self.source}:{self.source_id}"


class ValueMapping(models.Model):
    """What a value in the column `field` of foreign files means here: a place, or terms and topics, or nothing.

    Values that nobody has decided about wait; countries are kept under the field "country".
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("state of a value", "Waits for a decision")
        MAPPED = "mapped", pgettext_lazy("state of a value", "Has a meaning")
        IGNORED = "ignored", pgettext_lazy("state of a value", "Means nothing here")

    field = models.CharField(_("column"), max_length=80)
    value = models.CharField(_("value"), max_length=VALUE_LENGTH)
    folded = models.CharField(max_length=VALUE_LENGTH, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    terms = models.ManyToManyField(Term, blank=True, related_name="+", verbose_name=_("terms"))
    topics = models.ManyToManyField(Topic, blank=True, related_name="+", verbose_name=_("topics"))
    example = models.CharField(_("seen at"), max_length=160, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("value in imports")
        verbose_name_plural = _("values in imports")
        ordering = ["field", "folded"]
        constraints = [
            models.UniqueConstraint(fields=["field", "folded"], name="value_mapped_once"),
            models.CheckConstraint(condition=Q(place=None) | Q(state="mapped"), name="only_mapped_values_have_a_place"),
        ]

    def __str__(self):
        return f"{self.field}: {self.value}"
