"""Where an issue is checked, tried, scheduled, paused and watched."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput

from core.board.registry import source_named
from core.board.views import PERMISSION as TRANSLATE
from core.languages.names import language_name
from mailing import services as mailing
from mailing.admin.uncertain import uncertain_context
from mailing.exceptions import NotAllowedNow
from newsletters.admin.permissions import may_send
from newsletters.issues import services
from newsletters.issues.reports import report_of
from newsletters.issues.selectors import issue_of, reach_of
from newsletters.issues.versions import examine, pages_of

STEPS = {
    "unschedule": mailing.unschedule_mailing,
    "pause": mailing.pause_mailing,
    "resume": mailing.resume_mailing,
    "cancel": mailing.cancel_mailing,
}
OFFERED = {
    "scheduled": [("unschedule", gettext_lazy("Back to draft")), ("cancel", gettext_lazy("Cancel for good"))],
    "materialising": [("pause", gettext_lazy("Pause")), ("cancel", gettext_lazy("Cancel for good"))],
    "sending": [("pause", gettext_lazy("Pause")), ("cancel", gettext_lazy("Cancel for good"))],
    "paused": [("resume", gettext_lazy("Go on")), ("cancel", gettext_lazy("Cancel for good"))],
}


class TestForm(forms.Form):
    address = forms.EmailField(label=gettext_lazy("E-mail"))
    language = forms.ChoiceField(label=gettext_lazy("Language"))

    def __init__(self, *args, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, language_name(code)) for code in languages]


class ScheduleForm(forms.Form):
    """The moment is told in the zone of whoever is signed in."""

    send_at = forms.DateTimeField(label=gettext_lazy("When"), widget=AdminDateTimeInput)

    def clean_send_at(self):
        send_at = self.cleaned_data["send_at"]
        if send_at <= timezone.now():
            raise forms.ValidationError(_("That moment is over. Choose a later one, or send it now."))
        return send_at


class SendView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "newsletters/admin/send.html"
    page_title = gettext_lazy("Send")
    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not may_send(request.user):
            raise PermissionDenied
        if not self.pages:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("issues:index"), "label": _("Issues")},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def pages(self):
        return pages_of(self.kwargs["key"])

    @cached_property
    def issue(self):
        return issue_of(self.kwargs["key"])

    def get_context_data(self, **kwargs):
        # What is frozen is not examined anew: its pages may have moved on.
        is_draft = not (self.issue and self.issue.is_frozen)
        versions, problems = examine(self.kwargs["key"]) if is_draft else ({}, [])
        context = super().get_context_data(**kwargs) | {
            "pages": self.pages,
            "first": next(iter(self.pages.values())),
            "issue": self.issue,
            "is_draft": is_draft,
            "problems": sorted(problems, key=lambda problem: not problem.blocks),
            "is_ready": not any(problem.blocks for problem in problems),
            "steps": OFFERED.get(self.issue.mailing.state, []) if self.issue else [],
            "zone": timezone.get_current_timezone_name(),
        }
        if is_draft:
            listed = next((one.page for one in versions.values() if one.page.mailing_list_id), None)
            context |= {
                "missing": self._missing(),
                "reach": listed and reach_of(listed),
                "test_form": kwargs.get("test_form") or self._test_form(versions),
                "schedule_form": kwargs.get("schedule_form") or ScheduleForm(),
            }
            return context
        return context | {"report": report_of(self.issue)} | uncertain_context(self.request, self.issue.mailing)

    def _missing(self):
        """The languages that a translation may be begun in."""
        languages = dict(settings.LANGUAGES) if self.request.user.has_perm(TRANSLATE) else ()
        return [code for code in languages if code not in self.pages]

    def _test_form(self, versions):
        return TestForm(languages=versions, initial={"address": self.request.user.email})

    def post(self, request, key):
        action = request.POST.get("action")
        try:
            if action == "test":
                return self._test()
            if action == "schedule":
                return self._schedule()
            if action == "now":
                return self._now()
            if action == "translate":
                return self._translate()
            if action in STEPS and self.issue:
                STEPS[action](self.issue.mailing)
                messages.success(request, _("Done."))
        except services.NotReady as error:
            messages.error(request, str(error))
        except NotAllowedNow:
            messages.warning(request, _("That is not possible any more: the issue has moved on."))
        return redirect("newsletters_send", key)

    def _test(self):
        form = TestForm(self.request.POST, languages=self.pages)
        if not form.is_valid():
            messages.error(self.request, _("No test was sent: something is wrong with the address below."))
            return self.render_to_response(self.get_context_data(test_form=form))
        services.send_test(self.kwargs["key"], **form.cleaned_data)
        messages.success(self.request, _("A test is on its way to %(address)s.") % form.cleaned_data)
        return redirect("newsletters_send", self.kwargs["key"])

    def _translate(self):
        language = self.request.POST.get("language")
        if language not in self._missing():
            raise PermissionDenied
        key = self.kwargs["key"]
        address = source_named("pages").translate(self.request.user, str(key), language)
        back = messages.button(reverse("newsletters_send", args=[key]), _("Check and send"))
        text = _("Translate every text. The issue leaves in this language too then; it needn’t be published here.")
        messages.info(self.request, text, buttons=[back])
        return redirect(address)

    def _now(self):
        if self.request.POST.get("sure"):
            services.schedule(self.kwargs["key"])
            messages.success(self.request, _("The issue is leaving."))
        else:
            messages.error(self.request, _("Nothing was sent: tick beside “Send now” that it may leave."))
        return redirect("newsletters_send", self.kwargs["key"])

    def _schedule(self):
        form = ScheduleForm(self.request.POST)
        if not form.is_valid():
            messages.error(self.request, _("The issue isn’t scheduled: something is wrong with the moment below."))
            return self.render_to_response(self.get_context_data(schedule_form=form))
        services.schedule(self.kwargs["key"], send_at=form.cleaned_data["send_at"])
        messages.success(self.request, _("The issue is scheduled. What it says is frozen now."))
        return redirect("newsletters_send", self.kwargs["key"])
