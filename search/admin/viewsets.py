"""What editors tell the search, in the admin."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from search.admin.phrases import LINES, PhrasesViewSet
from search.admin.promotions import PromotionViewSet
from search.models import SynonymGroup


class SynonymViewSet(PhrasesViewSet):
    model = SynonymGroup
    icon = "list-ul"
    menu_label = _("Synonyms")
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
    items = (SynonymViewSet, PromotionViewSet)
