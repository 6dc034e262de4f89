"""Columns of the report of background work."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn

from core.models import Job


class JobColumn(BaseColumn):
    """What the job calls, with what may be done about it."""

    cell_template_name = "core/jobs/job_cell.html"

    def __init__(self, *args, token, may_change, may_delete, **kwargs):
        super().__init__(*args, **kwargs)
        # A table's cells don't know the request: the token for their forms is handed in.
        self._token, self._may_change, self._may_delete = token, may_change, may_delete

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        failed = instance.state == Job.State.FAILED
        context["job"] = instance
        context["call"] = ", ".join([*map(str, instance.args), *(f"{k}={v}" for k, v in instance.kwargs.items())])
        context["may_change"] = failed and self._may_change
        context["may_delete"] = failed and self._may_delete
        context["csrf_token"] = self._token
        return context


class ErrorColumn(BaseColumn):
    """The first line of an error; the rest unfolds."""

    cell_template_name = "core/jobs/error_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["summary"], _line_break, context["rest"] = instance.error.partition("\n")
        return context


def job_columns(**given):
    """`given` is what a JobColumn needs."""
    return [
        JobColumn("job", label=_("Job"), **given, classname="title", width="35%"),
        StatusTagColumn(
            "state", label=_("State"), accessor="get_state_display", primary=lambda job: job.state == Job.State.FAILED
        ),
        Column("attempts", label=_("Attempts")),
        DateColumn("created_at", label=_("Recorded")),
        ErrorColumn("error", label=_("Last error"), width="35%"),
    ]


def periodic_columns():
    return [
        Column("label", label=_("Job"), width="35%"),
        DateColumn("started_at", label=_("Last started")),
        DateColumn("finished_at", label=_("Last finished")),
        ErrorColumn("error", label=_("Last error"), width="35%"),
    ]
