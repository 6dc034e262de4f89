"""The report of background work: what waits, what was given up, what ran by the clock."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Value, When
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from core.jobs import selectors, services
from core.jobs.columns import job_columns, periodic_columns
from core.models import Job

logger = logging.getLogger(__name__)
policy = ModelPermissionPolicy(Job)
REPORT = "core_jobs:report"


class ReportView(PermissionCheckedMixin, BaseListingView):
    """Whoever may see jobs sees all of them; what was given up comes first."""

    model = Job
    permission_policy = policy
    permission_required = "view"
    page_title = gettext_lazy("Background work")
    header_icon = "history"
    results_template_name = "core/jobs/report_results.html"
    index_url_name = REPORT
    index_results_url_name = "core_jobs:report_results"
    no_results_message = gettext_lazy("Everything is done.")
    paginate_by = 50

    def get_base_queryset(self):
        failed_first = Case(When(state=Job.State.FAILED, then=Value(0)), default=Value(1))
        return Job.objects.order_by(failed_first, "-pk")

    def get_queryset(self):
        return self.get_base_queryset()

    @cached_property
    def columns(self):
        user = self.request.user
        return job_columns(
            token=get_token(self.request),
            may_change=policy.user_has_permission(user, "change"),
            may_delete=policy.user_has_permission(user, "delete"),
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "workers_missing": selectors.workers_missing(),
            "workers_seen_at": selectors.workers_seen_at(),
            "periodic_table": Table(periodic_columns(), selectors.periodic_jobs()),
        }


@require_POST
def try_again(request, pk):
    job = _decide(request, pk, "change")
    if services.try_again(job=job):
        logger.info("Job %s is tried again; user %s asked for it.", job.pk, request.user.pk)
        messages.success(request, _("The job will be tried again."))
    else:
        messages.warning(request, _("Somebody has tried this job again already."))
    return redirect(REPORT)


@require_POST
def remove(request, pk):
    job = _decide(request, pk, "delete")
    if services.remove_failed_job(job=job):
        logger.info("Job %s is removed; user %s asked for it.", job.pk, request.user.pk)
        messages.success(request, _("The job is removed."))
    else:
        messages.warning(request, _("Somebody has tried this job again already."))
    return redirect(REPORT)


def _decide(request, pk, action):
    if not policy.user_has_permission(request.user, action):
        raise PermissionDenied
    return get_object_or_404(Job, pk=pk)
