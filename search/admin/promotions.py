"""Promoted results in the admin."""

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from core.languages.names import language_name
from search.admin.choosers import findable_chooser
from search.admin.phrases import LINES, PhrasesCreateView, PhrasesIndexView, PhrasesViewSet
from search.models import PromotedResult, Promotion, SearchDocument


class PromotionIndexView(PhrasesIndexView):
    def get_base_queryset(self):
        return Promotion.objects.prefetch_related("results")

    @cached_property
    def titles(self):
        """{reference: title} of all that is promoted and public."""
        references = PromotedResult.objects.values_list("reference", flat=True).distinct()
        shown = SearchDocument.objects.filter(site_language=get_language()).referred(references)
        return {document.reference: document.title for document in shown.only("kind", "object_id", "title")}

    @property
    def columns(self):
        searches = self._get_title_column("__str__")
        searches.label = _("Searches")
        return [
            searches,
            Column("results", label=_("What comes first"), accessor=self._results),
            Column("language", label=_("Readers' language"), accessor=_language),
            UpdatedAtColumn(),
        ]

    def _results(self, promotion):
        hidden = _("(not public at the moment)")
        return ", ".join(self.titles.get(result.reference, str(hidden)) for result in promotion.results.all())


class PromotionCreateView(PhrasesCreateView):
    prefilled = ("phrases", "language")


class PromotionForm(WagtailAdminModelForm):
    """Asks for a result at least, without an empty row for it."""

    def clean(self):
        cleaned = super().clean()
        rows = self.formsets["results"]
        if rows.is_valid() and not any(row not in rows.deleted_forms for row in rows.forms):
            self.add_error(None, _("Choose at least one result that comes first."))
        return cleaned


PANELS = [
    FieldPanel(
        "phrases",
        widget=LINES,
        help_text=_(
            "One a line. Other forms of the words, their order and their script don't matter; a search with one "
            "word more is another one."
        ),
    ),
    FieldPanel("language", help_text=_("Empty: readers of all languages.")),
    MultipleChooserPanel(
        "results",
        chooser_field_name="reference",
        heading=_("What comes first"),
        label=_("Result"),
        max_num=5,
        panels=[FieldPanel("reference", widget=findable_chooser.widget_class)],
    ),
]


class PromotionViewSet(PhrasesViewSet):
    model = Promotion
    icon = "thumbtack"
    menu_label = _("Promoted results")
    index_view_class = PromotionIndexView
    add_view_class = PromotionCreateView
    edit_handler = ObjectList(PANELS, base_form_class=PromotionForm)


def _language(promotion):
    return capfirst(language_name(promotion.language)) if promotion.language else _("all")
