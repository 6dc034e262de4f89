"""Groups of synonyms in the admin, found by any of their words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet, SnippetViewSetGroup

from core.labelled_admin import LabelledIndexView
from search.models import SynonymGroup

LINES = AdminAutoHeightTextInput(attrs={"rows": 5})


class PhrasesIndexView(LabelledIndexView, IndexView):
    """Found by any of their lines, capitals or not."""


class PrefilledCreateView(CreateView):
    """Begins with what the address says: `?phrases=…`, as the report of searches links to it."""

    prefilled = ("phrases",)

    def get_initial(self):
        given = {name: self.request.GET[name] for name in self.prefilled if name in self.request.GET}
        return super().get_initial() | given


class SynonymViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "list-ul"
    menu_label = _("Synonyms")
    index_view_class = PhrasesIndexView
    add_view_class = PrefilledCreateView
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False
    panels = [
        FieldPanel(
            "phrases",
            widget=LINES,
            help_text=_(
                "One a line, in any language and script, as a dictionary has it: whoever searches for one finds what "
                "has another. Other forms of these words are understood by themselves."
            ),
        )
    ]


class SearchGroup(SnippetViewSetGroup):
    menu_label = pgettext_lazy("area of the admin", "Search")
    menu_icon = "search"
    menu_order = 245
    items = (SynonymViewSet,)
