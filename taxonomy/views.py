"""Views of the admin's area "Taxonomy"."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from core.labelled_admin import LabelledIndexView, label_columns
from taxonomy import usage
from taxonomy.choosers import place_columns
from taxonomy.forms import MergeForm
from taxonomy.models import Topic
from taxonomy.services import merge_topics

SUGGESTIONS = 10


class WithUsage(LabelledIndexView):
    """Leads from each word to what has it."""

    def get_list_more_buttons(self, instance):
        looks = [MenuItem(label, url=url, icon_name="search", priority=15) for label, url in usage.links(instance)]
        return [*super().get_list_more_buttons(instance), *looks]


class TopicIndexView(WithUsage):
    def get_base_queryset(self):
        return Topic.objects.with_usage()

    @property
    def columns(self):
        return [
            self._get_title_column("__str__"),
            *label_columns(),
            Column("live_uses", label=pgettext("uses", "Published"), sort_key="live_uses"),
            Column("drafts", label=_("Drafts"), accessor=lambda topic: topic.uses - topic.live_uses),
        ]

    @property
    def header_buttons(self):
        merge = HeaderButton(_("Merge topics"), url=reverse("topics:merge"), icon_name="resubmit")
        return [*super().header_buttons, *([merge] if self.user_has_permission("delete") else [])]

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("delete"):
            url = f"{reverse('topics:merge')}?sources={instance.pk}"
            buttons.append(MenuItem(_("Merge into another"), url=url, icon_name="resubmit", priority=40))
        return buttons


class TermIndexView(WithUsage):
    def get_base_queryset(self):
        return self.model.objects.with_usage()

    @property
    def columns(self):
        return [
            self._get_title_column("__str__"),
            *label_columns(),
            Column("vocabulary", label=_("Vocabulary"), accessor="get_vocabulary_display", sort_key="vocabulary"),
            Column("order", label=_("Order")),
            Column("uses", label=_("Used"), sort_key="uses"),
        ]


class PlaceIndexView(LabelledIndexView):
    def get_base_queryset(self):
        return self.model.objects.with_way()

    @property
    def columns(self):
        return [self._get_title_column("__str__"), *label_columns(), *place_columns(), Column("code", label=_("Code"))]


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Choose topics, look at what would move, confirm: two posts of the same form."""

    model = Topic
    permission_required = "delete"
    form_class = MergeForm
    template_name = "taxonomy/admin/merge.html"
    page_title = gettext_lazy("Merge topics")
    header_icon = "tag"

    def get_initial(self):
        return {"sources": [pk for pk in self.request.GET.getlist("sources") if pk.isdigit()]}

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("topics:index"), "label": _("Topics")},
            {"url": "", "label": self.get_page_title()},
        ]

    def form_valid(self, form):
        sources, target = list(form.cleaned_data["sources"]), form.cleaned_data["target"]
        if "confirmed" not in self.request.POST:
            return self.render_to_response(
                self.get_context_data(form=form, confirming=True, **preview(sources, target))
            )
        count = len(sources)
        merge_topics(sources=sources, target=target)
        messages.success(
            self.request,
            ngettext(
                "%(count)d topic was merged into “%(target)s”.",
                "%(count)d topics were merged into “%(target)s”.",
                count,
            )
            % {"count": count, "target": target},
        )
        return redirect("topics:index")


def preview(sources, target):
    """What a merge would move, for the confirmation."""
    counted = Topic.objects.with_usage()
    return {
        "sources": counted.filter(pk__in=[topic.pk for topic in sources]),
        "target": counted.get(pk=target.pk),
    }


def autocomplete(request):
    """Names of topics with a label, in any language, that begins with what was typed."""
    typed = request.GET.get("term", "").strip()
    topics = Topic.objects.labels_starting(typed)[:SUGGESTIONS] if typed else Topic.objects.none()
    return JsonResponse([topic.name for topic in topics], safe=False)
