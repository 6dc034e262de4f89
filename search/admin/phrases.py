"""What lists and forms of phrases, one a line, have in common."""

from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from core.labelled_admin import LabelledIndexView

LINES = AdminAutoHeightTextInput(attrs={"rows": 5})


class SavedByHandMixin:
    """Wagtail would save while somebody writes; without drafts, readers would search with half a word."""

    def setup(self, *args, **kwargs):
        super().setup(*args, **kwargs)
        self.autosave_enabled = False


class PhrasesIndexView(LabelledIndexView, IndexView):
    """Found by any of their lines, capitals or not."""


class PhrasesCreateView(SavedByHandMixin, CreateView):
    """Begins with what the address says: `?phrases=…`, as the report of searches links to it."""

    prefilled = ("phrases",)

    def get_initial(self):
        given = {name: self.request.GET[name] for name in self.prefilled if name in self.request.GET}
        return super().get_initial() | given


class PhrasesEditView(SavedByHandMixin, EditView):
    """Keeps each version that was saved."""


class PhrasesViewSet(SnippetViewSet):
    index_view_class = PhrasesIndexView
    add_view_class = PhrasesCreateView
    edit_view_class = PhrasesEditView
    search_fields = ["search_text"]
    list_per_page = 50
    copy_view_enabled = False
