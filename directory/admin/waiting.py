"""The moderators' queue, and one profile of it with all that has changed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.admin.comparison import changes
from directory.admin.permissions import Only, may
from directory.models import Profile
from directory.waiting import described, waiting


def profile_url(view, *args):
    return reverse(Profile.snippet_viewset.get_url_name(view), args=args)


class WaitingView(Only, WagtailAdminTemplateMixin, TemplateView):
    template_name = "directory/admin/waiting.html"
    page_title = gettext_lazy("Waiting")
    header_icon = "clipboard-list"
    paginate_by = 25

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        page = Paginator(waiting(), self.paginate_by).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "page": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "found": described(page),
        }


class ReviewView(Only, WagtailAdminTemplateMixin, TemplateView):
    """What the draft of a profile says differently from what readers see, and the decision about it."""

    template_name = "directory/admin/review.html"
    page_title = gettext_lazy("What changed")
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("directory_waiting:index"), "label": WaitingView.page_title},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, pk, **kwargs):
        profile = get_object_or_404(waiting(), pk=pk)
        draft = profile.get_latest_revision_as_object()
        public = profile if profile.live else Profile(original_language=draft.original_language)
        return super().get_context_data(**kwargs) | {
            "item": described([profile])[0],
            "draft": draft,
            "changes": changes(public, draft, self.request),
            "workflow": _workflow_forms(profile, self.request.user),
            "may_publish": may(self.request.user, "publish") and not profile.workflow_in_progress,
            "edit_url": profile_url("edit", pk),
            "preview_url": profile_url("revisions_view", pk, profile.latest_revision_id),
        }


class PublishView(Only, View):
    """Publish the draft that was looked at; one that was changed meanwhile is shown again instead."""

    allowed = ("publish",)
    http_method_names = ["post"]

    def post(self, request, pk, revision):
        profile = get_object_or_404(Profile, pk=pk)
        lock = profile.get_lock()
        if profile.latest_revision_id != revision:
            messages.warning(request, _("Somebody has changed the profile since. This is how it is now."))
            return redirect("directory_waiting:review", pk)
        if lock and lock.for_user(request.user):
            raise PermissionDenied
        draft = profile.latest_revision.as_object()
        try:
            draft.full_clean()
        except ValidationError as error:
            messages.error(request, " ".join([_("It was not published."), *error.messages]))
            return redirect(profile_url("edit", pk))
        profile.latest_revision.publish(user=request.user)
        messages.success(request, _("“%(profile)s” is published.") % {"profile": draft})
        return redirect("directory_waiting:index")


def _workflow_forms(profile, user):
    """[(name, words, address)] of what `user` may decide about a submitted profile."""
    state = profile.current_workflow_task_state
    if state is None:
        return []
    actions = {}
    for name, words, _modal in state.task.specific.get_actions(profile, user):
        actions.setdefault(name, words)  # the same again stands there for a comment, which this form has anyway
    return [
        (name, words, profile_url("workflow_action", profile.pk, name, state.pk))
        for name, words in sorted(actions.items(), key=lambda action: action[0] != "approve")
    ]
