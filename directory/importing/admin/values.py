"""The table of what foreign values mean, with what waits for a decision first."""

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from core.models.labelled import fold
from core.permissions import FixedRowsPolicy
from directory.models import ValueMapping
from taxonomy.models import Term, Topic

State = ValueMapping.State
# In the module that knows the policy's model: whoever uses one of Wagtail's views for it gets this one.
register_permission_policy(ValueMapping, FixedRowsPolicy(ValueMapping))


class ValueForm(WagtailAdminModelForm):
    """What editors decide about one value. What has a meaning has that state by itself."""

    ignored = forms.BooleanField(label=_("Means nothing here"), required=False)

    class Meta:
        model = ValueMapping
        fields = ["place", "terms", "topics"]
        widgets = {
            "terms": forms.SelectMultiple(attrs={"size": 14}),
            "topics": forms.SelectMultiple(attrs={"size": 10}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ignored"].initial = self.instance.state == State.IGNORED
        if self.instance.field == "country":
            del self.fields["terms"], self.fields["topics"]
        else:
            del self.fields["place"]
            self.fields["terms"].queryset = Term.objects.all()
            self.fields["terms"].label_from_instance = lambda term: f"{term.get_vocabulary_display()}: {term}"
            self.fields["topics"].queryset = Topic.objects.all()

    def clean(self):
        cleaned = super().clean()
        meaning = any(cleaned.get(name) for name in ("place", "terms", "topics"))
        if meaning and cleaned.get("ignored"):
            raise ValidationError(_("Choose a meaning, or say that it has none: not both."), code="both")
        self.instance.state = State.MAPPED if meaning else State.IGNORED if cleaned.get("ignored") else State.WAITING
        return cleaned


class ValueFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices, empty_label=_("All"))
    field = django_filters.ChoiceFilter(label=_("Column"), choices=lambda: _fields(), empty_label=_("All"))

    class Meta:
        model = ValueMapping
        fields = ["state", "field"]


class ValueIndexView(generic.IndexView):
    """What waits comes first."""

    def get_base_queryset(self):
        waiting_first = Case(When(state=State.WAITING, then=Value(0)), default=Value(1))
        found = ValueMapping.objects.select_related("place").prefetch_related("terms", "topics")
        return found.order_by(waiting_first, "field", "folded")

    def search_queryset(self, queryset):
        return queryset.filter(folded__contains=fold(self.search_query)) if self.is_searching else queryset

    @property
    def columns(self):
        return [
            self._get_title_column("value"),
            Column("field", label=_("Column")),
            StatusTagColumn("state", label=_("State"), accessor="get_state_display"),
            Column("meaning", label=_("Meaning"), accessor=meaning_text),
            Column("example", label=_("Seen at")),
        ]


class ValueViewSet(ModelViewSet):
    """The values come from files: editors decide what they mean, and neither add nor delete any."""

    model = ValueMapping
    name = "directory_import_values"
    url_prefix = "directory/import-values"
    menu_label = _("Values in imports")
    icon = "table"
    index_view_class = ValueIndexView
    filterset_class = ValueFilterSet
    search_fields = ["folded"]
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update=False):
        return ValueForm


def meaning_text(row):
    """Everything that a value means, for people."""
    words = [row.place, *row.terms.all(), *row.topics.all()]
    return ", ".join(str(word) for word in words if word)


def _fields():
    fields = ValueMapping.objects.order_by("field").values_list("field", flat=True).distinct()
    return [(field, field) for field in fields]
