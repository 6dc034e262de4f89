"""Pages with a form that anybody may send, without an account and without a cookie."""

from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractFormField, FormMixin, FormSubmission, validate_to_address
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from core import protection
from core.models import BasePage
from core.models.pages import LEAD_HELP
from core.rich_text import FEATURES
from home import services
from home.blocks import SiteBodyBlock
from home.forms import PageFormBuilder
from home.selectors import crumbs
from images.models import SocialImageMixin

SENT = "sent"


class FormPage(SocialImageMixin, FormMixin, BasePage):
    """A form whose answers are stored and mailed. Translations share their answers."""

    # Readers post it without a session; `core.views.serve` leaves its protection to `serve` below.
    takes_anonymous_posts = True

    form_builder = PageFormBuilder
    template = "home/form_page.html"
    landing_page_template = "home/form_page_sent.html"

    lead = models.TextField(_("lead"), blank=True)
    body = StreamField(SiteBodyBlock(), verbose_name=_("text"), blank=True)
    thank_you = RichTextField(
        _("thanks"), features=FEATURES, blank=True, help_text=_("Shown when the form has been sent.")
    )
    to_address = models.CharField(
        _("recipients"),
        max_length=255,
        blank=True,
        validators=[validate_to_address],
        help_text=_("Addresses with commas between them. Left empty, the address of the site settings is used."),
    )
    subject = models.CharField(_("subject of the mail"), max_length=120, blank=True)

    content_panels = [
        FormSubmissionsPanel(),
        *BasePage.content_panels,
        FieldPanel("lead", help_text=LEAD_HELP),
        FieldPanel("body"),
        InlinePanel("form_fields", label=_("Field"), heading=_("Fields")),
        FieldPanel("thank_you"),
        MultiFieldPanel([FieldPanel("to_address"), FieldPanel("subject")], heading=_("Mail")),
    ]
    promote_panels = [*BasePage.promote_panels, *SocialImageMixin.social_panels]
    page_description = _("A form that anybody may send, such as a contact page.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    followed_fields = ["social_image"]
    override_translatable_fields = [
        SynchronizedField("to_address"),
        SynchronizedField("social_image", overridable=False),
    ]

    class Meta:
        verbose_name = _("form page")
        verbose_name_plural = _("form pages")

    @property
    def sent_url(self):
        return f"{self.url}{SENT}/"

    def get_submissions(self):
        """What was sent in any language of this form."""
        return FormSubmission.objects.filter(page__translation_key=self.translation_key)

    def get_submissions_list_view_class(self):
        # Wagtail's views need the models loaded, so this one cannot be imported above.
        return import_string("home.submissions.SubmissionsView")

    def get_data_fields(self):
        first, *fields = super().get_data_fields()
        return [first, (services.LANGUAGE_KEY, _("Language")), *fields]

    def route(self, request, path_components):
        if path_components == [SENT]:
            if not self.live:
                raise Http404
            return RouteResult(self, kwargs={"sent": True})
        return super().route(request, path_components)

    def serve(self, request, *args, **kwargs):
        if kwargs.get("sent"):
            return self.render_landing_page(request)
        if request.method == "POST":
            return self._receive(request)
        return self._show(request, self.get_form(page=self))

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"crumbs": crumbs(self)}

    def get_preview_context(self, request, mode_name):
        # Wagtail's own would put the editor into the form.
        return self.get_context(request) | {"form": self.get_form(page=self)}

    def _receive(self, request):
        form = self.get_form(request.POST, page=self)
        try:
            protection.check_origin(request)
            if not form.is_valid():
                return self._show(request, form, status=422)
            protection.count_post(request, purpose=self.form_purpose)
        except protection.Refused as refused:
            form.refuse(refused)
            return self._show(request, form, status=refused.status)
        services.receive_form(page=self, answers=form.answers, fields=form.shown_answers())
        return redirect(self.sent_url, permanent=False)

    @property
    def form_purpose(self):
        """What a stamp of this form is good for: this form in any language, nothing else."""
        return f"form:{self.translation_key}"

    def _show(self, request, form, status=200):
        context = self.get_context(request) | {"form": form}
        return TemplateResponse(request, self.get_template(request), context, status=status)


class FormField(TranslatableMixin, AbstractFormField):
    page = ParentalKey(FormPage, on_delete=models.CASCADE, related_name="form_fields")

    # The key under which answers are stored is the same in all languages.
    override_translatable_fields = [SynchronizedField("clean_name", overridable=False)]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("field")
        verbose_name_plural = _("fields")
