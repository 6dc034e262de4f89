"""The translation board, and what its buttons do."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.board import selectors
from core.board.registry import Action, State, source_named
from core.languages.names import language_name

PERMISSION = "wagtail_localize.submit_translation"


class TranslatorsOnly:
    """Mixin: for whoever may begin translations, as wagtail-localize has it."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ChoiceForm(forms.Form):
    """What of the board is looked at. Whatever else stands in the address counts as nothing."""

    text = forms.CharField(label=_("Title contains"), required=False, max_length=200)
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        languages = [(code, capfirst(language_name(code))) for code in dict(settings.LANGUAGES)]
        states = [choice for choice in State.choices if choice[0] != State.ORIGINAL]
        self.fields["language"].choices = [("", _("All languages")), *languages]
        self.fields["state"].choices = [("", _("All states")), *states]
        self.fields["kind"].choices = [("", _("All kinds")), *((kind, kind) for kind in kinds)]

    @property
    def choice(self):
        self.full_clean()
        return selectors.Choice(**{name: self.cleaned_data.get(name, "") for name in self.fields})


class BoardView(TranslatorsOnly, WagtailAdminTemplateMixin, TemplateView):
    template_name = "core/board/board.html"
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    paginate_by = 50

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        rows = selectors.all_rows(self.request.user)
        form = ChoiceForm(self.request.GET, kinds=selectors.kinds(rows))
        choice = form.choice
        found = selectors.chosen(rows, choice)
        page = BoardPaginator(found, self.paginate_by).get_page(self.request.GET.get("p"))
        languages = [choice.language] if choice.language else list(dict(settings.LANGUAGES))
        return super().get_context_data(**kwargs) | {
            "form": form,
            "choice": choice,
            "page": page,
            "rows": [(row, [(code, row.cells.get(code)) for code in languages]) for row in page],
            "languages": [(code, capfirst(language_name(code))) for code in languages],
            "counts": [(state, number) for state, number in selectors.count(rows).items()],
            "elided_page_range": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "number": len(rows),
        }


class BoardPaginator(Paginator):
    @cached_property
    def items_count_label(self):
        return ngettext("%(count)d row", "%(count)d rows", self.count) % {"count": self.count}


class ActionView(TranslatorsOnly, View):
    """Do what the button in a cell says, then open the editor."""

    http_method_names = ["post"]

    def post(self, request, source, key, language, action):
        found = source_named(source)
        if found is None or language not in dict(settings.LANGUAGES):
            raise Http404
        if action == Action.TRANSLATE:
            address = found.translate(request.user, key, language)
        else:
            address = found.update(request.user, key, language)
            messages.info(request, _("What changed in the original is here now. Readers see it once you publish."))
        return redirect(address)


def board_url(**choice):
    """The address of the board, looked at through a choice such as `state="stale"`."""
    query = "&".join(f"{name}={value}" for name, value in choice.items())
    return reverse("translation_board:index") + (f"?{query}" if query else "")
