"""Where editors decide whether two profiles are one."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.admin.listing import languages_of, listed, state_of
from directory.admin.merge_form import MergeForm
from directory.admin.permissions import Only, may
from directory.duplicates import groups
from directory.merging import NotMergeable, merge_profiles
from directory.models import NotSame, Profile

MERGING = ("delete", "publish")


def list_url():
    return reverse("directory_duplicates:index")


class DuplicatesView(Only, WagtailAdminTemplateMixin, TemplateView):
    template_name = "directory/admin/duplicates.html"
    page_title = gettext_lazy("Possible duplicates")
    header_icon = "copy"
    paginate_by = 25

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        page = Paginator(groups(), self.paginate_by).get_page(self.request.GET.get("p"))
        rows = listed().in_bulk([profile.pk for group in page for profile in group.profiles])
        return super().get_context_data(**kwargs) | {
            "page": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "found": [(group, [_line(rows[profile.pk]) for profile in group.profiles]) for group in page],
            "may_merge": may(self.request.user, *MERGING),
        }


def chosen(sent):
    """The profiles that were sent, by number."""
    ids = [pk for pk in sent.getlist("profile") if pk.isdecimal() and len(pk) < 19]
    return list(Profile.objects.with_facts().filter(pk__in=ids).order_by("pk"))


class NotSameView(Only, View):
    """Remember that the profiles of a group are not the same."""

    allowed = MERGING
    http_method_names = ["post"]

    def post(self, request):
        profiles = chosen(request.POST)
        if len(profiles) < 2:
            raise Http404
        NotSame.objects.note(profiles)
        messages.success(request, _("It is noted that these are not the same."))
        return redirect(list_url())


class MergeView(Only, WagtailAdminTemplateMixin, TemplateView):
    """Two profiles side by side; what is chosen makes them one."""

    allowed = MERGING
    template_name = "directory/admin/merge.html"
    page_title = gettext_lazy("Compare and merge")
    header_icon = "copy"

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": list_url(), "label": DuplicatesView.page_title},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request):
        profiles = chosen(request.GET)
        if len(profiles) != 2:
            messages.error(request, _("Please choose two profiles to compare."))
            return redirect(list_url())
        return self.render_to_response(self.get_context_data(form=MergeForm(profiles)))

    def post(self, request):
        profiles = chosen(request.POST)
        if len(profiles) != 2:
            raise Http404
        form = MergeForm(profiles, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            merged = merge_profiles(user=request.user, **form.decision)
        except NotMergeable as error:
            messages.error(request, str(error))
            return redirect(list_url())
        edit = reverse(Profile.snippet_viewset.get_url_name("edit"), args=[merged.pk])
        message = _("The two are one now: “%(profile)s”. What it was before is in its history.")
        messages.success(request, message % {"profile": merged}, buttons=[messages.button(edit, _("Edit"))])
        return redirect(list_url())


def _line(profile):
    edit = reverse(Profile.snippet_viewset.get_url_name("edit"), args=[profile.pk])
    return {"profile": profile, "edit": edit, "state": state_of(profile), "languages": languages_of(profile)}
