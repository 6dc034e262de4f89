"""All posts in one list of the admin, whatever their language."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from blog.models import BlogPage
from people.models import Person
from taxonomy.models import Term, Topic, Vocabulary


def language_choices():
    return settings.LANGUAGES


class BlogPageFilterSet(WagtailFilterSet):
    language = ChoiceFilter(label=_("Language"), field_name="locale__language_code", choices=language_choices)
    theme = ModelChoiceFilter(label=_("Theme"), queryset=Term.objects.filter(vocabulary=Vocabulary.THEMES))
    topic = ModelChoiceFilter(label=_("Topic"), field_name="topic_items__tag", queryset=Topic.objects.all())
    author = ModelChoiceFilter(label=_("Author"), field_name="author_links__person", queryset=Person.objects.all())
    missing = ChoiceFilter(label=_("Has no published text in"), choices=language_choices, method="filter_missing")

    class Meta:
        model = BlogPage
        fields = []

    def filter_queryset(self, queryset):
        """Filter by keys alone: a search can go on with that, whatever the filters ask about."""
        found = super().filter_queryset(BlogPage.objects.order_by())
        return queryset.filter(pk__in=found.values("pk"))

    def filter_missing(self, posts, _name, language):
        """Originals of which readers of `language` get no version of their own."""
        there = BlogPage.objects.live().filter(locale__language_code=language).values("translation_key")
        return posts.exclude(translation_key__in=there)


class BlogPageIndexView(IndexView):
    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("topic_items__tag")


class BlogPageViewSet(PageListingViewSet):
    model = BlogPage
    index_view_class = BlogPageIndexView
    filterset_class = BlogPageFilterSet
    icon = "doc-full-inverse"
    menu_label = _("News")
    menu_order = 150
    name = "news"
    add_to_admin_menu = True
    ordering = "-date"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("date", label=_("Date"), sort_key="date", width="12%"),
        Column("topics", label=_("Topics"), accessor=lambda post: ", ".join(map(str, post.topic_list)), width="20%"),
        Column("language", label=_("Language"), accessor=lambda post: post.locale.get_display_name(), width="10%"),
        DateColumn(
            "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at", width="12%"
        ),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
    ]
