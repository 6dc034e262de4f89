"""Work that is done outside of requests: what is unfinished or was given up, and when periodic jobs last ran."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Clocks of two machines differ by less. A moment that lies further ahead was written before the clock was set back.
CLOCK_TOLERANCE = timedelta(seconds=5)


class JobQuerySet(models.QuerySet):
    def failed(self):
        return self.filter(state=Job.State.FAILED)

    def claimable(self, now):
        """What may be started at `now`: waiting and due, or left behind by a worker whose lease is over."""
        due = Q(due_at__lte=now + CLOCK_TOLERANCE) | Q(created_at__gt=now + CLOCK_TOLERANCE)
        return self.filter(Q(due, state=Job.State.WAITING) | Q(state=Job.State.RUNNING, leased_until__lte=now))


class Job(models.Model):
    """A call of a task that is not finished yet. What succeeded is deleted, so this table stays small."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        FAILED = "failed", _("Given up")

    task = models.CharField(_("function"), max_length=255)
    args = models.JSONField(_("arguments"), default=list, blank=True)
    kwargs = models.JSONField(_("named arguments"), default=dict, blank=True)
    queue = models.CharField(_("queue"), max_length=32)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("recorded"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    handed_out_at = models.DateTimeField(_("handed out by the sweep"), null=True, blank=True)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    error = models.TextField(_("last error"), blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        default_permissions = ("view", "change", "delete")
        indexes = [models.Index(fields=["state", "due_at"], name="job_by_state_and_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running", leased_until__isnull=False) | Q(~Q(state="running"), leased_until=None),
                name="job_leased_while_running",
            )
        ]

    def __str__(self):
        return f"{self.task.rpartition('.')[2]} {self.pk}"


class PeriodicJob(models.Model):
    """When the periodic job of this name (`core.jobs.periodic`) last ran, and how that ended."""

    name = models.CharField(_("name"), max_length=80, primary_key=True)
    started_at = models.DateTimeField(_("last started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("last finished"), null=True, blank=True)
    failed_at = models.DateTimeField(_("last failed"), null=True, blank=True)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("periodic job")
        verbose_name_plural = _("periodic jobs")
        default_permissions = ()

    def __str__(self):
        return self.name

    @property
    def has_failed(self):
        """Whether the last run that ended failed."""
        return self.failed_at is not None and (self.finished_at is None or self.failed_at > self.finished_at)
