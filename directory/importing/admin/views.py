"""The admin's pages about imports."""

from django.core.paginator import Paginator
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from directory.importing import services
from directory.importing.admin.forms import MappingForm, RowFilterForm, UploadForm
from directory.importing.mapping import Mapping, shipped_mappings
from directory.importing.reasons import FileRefused, say
from directory.importing.report import problem_as_said, report_parts
from directory.importing.targets import field_label
from directory.models import ImportRun

policy = ModelPermissionPolicy(ImportRun)
INDEX, RUN = "directory_imports:index", "directory_imports:run"
ROWS = 50
SHOWN = ("created", "updated", "doubtful", "refused")


class ImportsView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """Base of the pages about one run."""

    permission_policy = policy
    permission_required = "add"
    header_icon = "upload"

    @cached_property
    def run(self):
        return get_object_or_404(ImportRun, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self):
        items = [*super().get_breadcrumbs_items(), {"url": reverse(INDEX), "label": _("Imports")}]
        if "pk" in self.kwargs:
            items.append({"url": reverse(RUN, args=[self.run.pk]), "label": str(self.run)})
        return [*items, {"url": "", "label": self.get_page_title()}]


class IndexView(generic.IndexView):
    """The history of imports: the newest first."""

    model = ImportRun
    permission_policy = policy
    any_permission_required = ["add", "change", "view"]
    page_title = gettext_lazy("Imports")
    header_icon = "upload"
    index_url_name = INDEX
    index_results_url_name = "directory_imports:index_results"
    add_url_name = "directory_imports:add"
    add_item_label = gettext_lazy("Import a file")
    default_ordering = "-pk"
    paginate_by = 50

    @property
    def columns(self):
        return [
            TitleColumn("source", label=pgettext("noun", "Import"), accessor=str, url_name=RUN),
            Column("file_name", label=_("File")),
            StatusTagColumn("state", label=_("State"), accessor="get_state_display"),
            Column("dry", label=_("Rehearsal"), accessor=lambda run: _("Yes") if run.dry else _("No")),
            *(Column(name, label=capfirst(label)) for name, label in _count_labels(SHOWN)),
            Column("user", label=_("By")),
            DateColumn("created_at", label=_("Uploaded")),
        ]

    def get_base_queryset(self):
        return ImportRun.objects.select_related("user")


class UploadView(ImportsView, FormView):
    form_class = UploadForm
    template_name = "directory/importing/upload.html"
    page_title = gettext_lazy("Import a file")

    def form_valid(self, form):
        file = form.cleaned_data["file"]
        run = services.keep_upload(
            file=file,
            file_name=file.name,
            facts=form.facts,
            source=form.cleaned_data["source"],
            user=self.request.user,
        )
        return redirect("directory_imports:mapping", run.pk)


class MappingView(ImportsView, FormView):
    form_class = MappingForm
    template_name = "directory/importing/mapping.html"
    page_title = gettext_lazy("What the columns mean")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and self.run.state != ImportRun.State.NEW:
            return redirect(RUN, self.run.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        chosen = shipped_mappings().get(self.request.GET.get("mapping"))
        return super().get_form_kwargs() | {"run": self.run, "mapping": chosen or Mapping.from_json(self.run.mapping)}

    def form_valid(self, form):
        services.set_mapping(run=self.run, mapping=form.mapping, publish=form.cleaned_data["publish"])
        return redirect(RUN, self.run.pk)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # What is imported comes first: files may have many columns that nobody needs.
        columns = sorted(context["form"].columns(), key=lambda field: not field.initial)
        return context | {
            "run": self.run,
            "rows": [(field, self.run.columns.get(field.label, "")) for field in columns],
            "presets": list(shipped_mappings()),
        }


class RunView(ImportsView, TemplateView):
    """One run: how far it is, what came of it row by row, and what may be done with it."""

    any_permission_required = ["add", "change", "view"]
    permission_required = None
    template_name = "directory/importing/run.html"

    def get_page_title(self):
        return _("Import %(run)s") % {"run": self.run}

    def get_breadcrumbs_items(self):
        items = super().get_breadcrumbs_items()
        return [*items[:-2], items[-1]]

    def get_context_data(self, **kwargs):
        run, form = self.run, RowFilterForm(self.request.GET)
        rows = form.filter(run.rows.select_related("profile").defer("before"))
        page = Paginator(rows, ROWS).get_page(self.request.GET.get("p"))
        finder = AdminURLFinder(self.request.user)
        may_change = policy.user_has_permission(self.request.user, "add")
        return super().get_context_data(**kwargs) | {
            "run": run,
            "at_work": run.state in (ImportRun.State.RUNNING, ImportRun.State.UNDOING),
            "is_stalled": services.is_stalled(run),
            "error": say(**run.error) if run.error else "",
            "outcomes": [(capfirst(label), getattr(run, name)) for name, label in _count_labels(run.counts)],
            "actions": services.possible_actions(run) if may_change else [],
            "filter_form": form,
            "page": page,
            "rows": [
                (row, row.profile and finder.get_edit_url(row.profile), list(map(_described, row.problems)))
                for row in page
            ],
            "elided_page_range": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        }


class ActionView(ImportsView, View):
    """Does what a button of the run's page says."""

    http_method_names = ["post"]

    def post(self, request, pk, action):
        run = self.run
        try:
            if action == "again":
                run = services.prepare_again(run=run, user=request.user)
                return redirect("directory_imports:mapping", run.pk)
            _ACTIONS[action](run)
        except KeyError as error:
            raise Http404 from error
        except services.NotPossible:
            messages.warning(request, _("That isn’t possible any more, or another import of this source is running."))
        except FileRefused as error:
            messages.error(request, str(error))
        return redirect(RUN, run.pk)


class ReportView(PermissionCheckedMixin, View):
    """The report as a file."""

    permission_policy = policy
    any_permission_required = ["add", "change", "view"]

    def get(self, request, pk):
        run = get_object_or_404(ImportRun, pk=pk)
        response = StreamingHttpResponse(report_parts(run), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="import-{run.pk}.json"'
        return response


def _described(problem):
    return problem_as_said(problem) | {"label": field_label(problem["field"])}


_ACTIONS = {
    "rehearse": lambda run: services.begin(run=run, dry=True),
    "begin": lambda run: services.begin(run=run, dry=False),
    "resume": lambda run: services.resume(run=run),
    "stop": lambda run: services.stop(run=run),
    "undo": lambda run: services.undo(run=run),
}


def _count_labels(names):
    return [(name, ImportRun._meta.get_field(name).verbose_name) for name in names]
