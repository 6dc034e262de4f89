"""How the form of a profile is laid out."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.panels.publishing_panel import PublishingPanel

from directory.admin.comparison import FactComparison, NamedLanguageComparison, TextsComparison, TopicsComparison
from directory.admin.forms import ProfileForm


class TextsPanel(Panel):
    """The languages of the site side by side, others that an import brought below them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/texts_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {
                "own": self.form.own_columns,
                "others": self.form.other_columns,
            }

        def get_comparison(self):
            return [TextsComparison]


class StatePanel(Panel):
    """What is decided about a profile outside of its form; the buttons stand above the form."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/state_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"profile": self.instance}


class ComparedPanel(FieldPanel):
    """A field whose changes are shown our way."""

    def __init__(self, *args, comparison, **kwargs):
        super().__init__(*args, **kwargs)
        self.comparison = comparison

    def clone_kwargs(self):
        return super().clone_kwargs() | {"comparison": self.comparison}

    def get_comparison_class(self):
        return self.comparison


class ProfilePanels(ObjectList):
    class BoundPanel(ObjectList.BoundPanel):
        def render_missing_fields(self):
            """None: the fields of the texts, which are made for each profile, stand in their panel."""
            return ""


def position_panels():
    return [ComparedPanel(name, comparison=FactComparison) for name in ("latitude", "longitude")]


def profile_panels():
    boxes = forms.CheckboxSelectMultiple
    return ProfilePanels(
        [
            TextsPanel(heading=_("Name and texts"), icon="pilcrow"),
            MultiFieldPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("stage"),
                    ComparedPanel("founded", comparison=FactComparison),
                    FieldPanel("image"),
                    ComparedPanel("original_language", comparison=NamedLanguageComparison),
                ],
                heading=_("Who"),
                icon="group",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("theme"),
                    FieldPanel("other_themes", widget=boxes),
                    FieldPanel("target_groups", widget=boxes),
                    FieldPanel("innovation_types", widget=boxes),
                    FieldPanel("sdgs", widget=boxes),
                    ComparedPanel("topics", comparison=TopicsComparison),
                ],
                heading=_("What"),
                icon="tag",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("place"),
                    FieldPanel("locality"),
                    FieldRowPanel(
                        [
                            ComparedPanel("latitude", comparison=FactComparison),
                            ComparedPanel("longitude", comparison=FactComparison),
                        ]
                    ),
                ],
                heading=_("Where"),
                icon="site",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("website"),
                    InlinePanel("links", heading=_("Pages elsewhere"), label=_("page elsewhere")),
                ],
                heading=_("Links"),
                icon="link",
            ),
            MultiFieldPanel(
                [FieldPanel("slug"), FieldPanel("visibility", widget=forms.RadioSelect), StatePanel()],
                heading=_("Publishing"),
                icon="globe",
            ),
            PublishingPanel(),
        ],
        base_form_class=ProfileForm,
    )
