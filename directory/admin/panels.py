"""How the form of a profile is laid out."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.panels.publishing_panel import PublishingPanel

from directory.admin.comparison import TextsComparison
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


class ProfilePanels(ObjectList):
    class BoundPanel(ObjectList.BoundPanel):
        def render_missing_fields(self):
            """None: the fields of the texts, which are made for each profile, stand in their panel."""
            return ""


def profile_panels():
    boxes = forms.CheckboxSelectMultiple
    return ProfilePanels(
        [
            TextsPanel(heading=_("Name and texts"), icon="pilcrow"),
            MultiFieldPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("stage"),
                    FieldPanel("founded"),
                    FieldPanel("image"),
                    FieldPanel("original_language"),
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
                    FieldPanel("topics"),
                ],
                heading=_("What"),
                icon="tag",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("place"),
                    FieldPanel("locality"),
                    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
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
