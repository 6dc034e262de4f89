"""Importing subscribers: a file is rehearsed first, and imported when somebody has seen what would come of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from directory.importing.reasons import FileRefused
from newsletters.admin.forms import ImportForm
from newsletters.importing import keeping
from newsletters.importing.rows import REASONS
from newsletters.importing.running import import_file
from newsletters.models import MailingList, SubscriberImport

SHOWN = 8  # earlier imports below the form


class ImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    permission_policy = ModelPermissionPolicy(SubscriberImport)
    permission_required = "add"
    header_icon = "upload"
    page_title = gettext_lazy("Import subscribers")

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("subscribers:index"), "label": _("Subscribers")},
            {"url": "", "label": self.get_page_title()},
        ]


class UploadView(ImportView, FormView):
    """Takes the file and rehearses it."""

    form_class = ImportForm
    template_name = "newsletters/admin/upload.html"

    def get_context_data(self, **kwargs):
        earlier = SubscriberImport.objects.exclude(finished_at=None).select_related("user")[:SHOWN]
        return super().get_context_data(**kwargs) | {"earlier": earlier}

    def form_valid(self, form):
        answers = form.cleaned_data
        defaults = {"mailing_list": answers["mailing_list"], "language": answers["language"]}
        try:
            report = import_file(answers["file"], defaults=defaults, dry=True)
        except FileRefused as refused:
            form.add_error("file", str(refused))
            return self.form_invalid(form)
        run = keeping.keep(file=answers["file"], user=self.request.user)
        run.report = report | {"list": answers["mailing_list"].pk, "language": answers["language"]}
        run.save(update_fields=["report"])
        return redirect("subscribers:rehearsal", run.pk)


class RehearsalView(ImportView, TemplateView):
    """What a file would do, and the button that lets it."""

    template_name = "newsletters/admin/rehearsal.html"

    @cached_property
    def run(self):
        return get_object_or_404(SubscriberImport, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        problems = [(line, REASONS[code], where) for line, code, where in self.run.report.get("problems", [])]
        return super().get_context_data(**kwargs) | {
            "run": self.run,
            "counts": self.run.report.get("counts", {}),
            "problems": problems,
        }

    def post(self, request, pk):
        run = SubscriberImport.objects.select_for_update().get(pk=self.run.pk)
        if not run.file:
            messages.warning(request, _("This file has been imported already."))
            return redirect("subscribers:rehearsal", pk)
        mailing_list = get_object_or_404(MailingList, pk=run.report["list"])
        defaults = {"mailing_list": mailing_list, "language": run.report["language"]}
        with run.file.open("rb") as file:
            run.report |= import_file(file, defaults=defaults, dry=False)
        run.finished_at = timezone.now()
        run.save(update_fields=["report", "finished_at"])
        keeping.forget(run)
        count = run.report["counts"].get("subscriptions", 0)
        said = ngettext("%(count)d subscription was imported.", "%(count)d subscriptions were imported.", count)
        messages.success(request, said % {"count": count})
        return redirect("subscribers:rehearsal", pk)
