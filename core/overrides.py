"""What Wagtail's admin does differently here; read once, when the apps are ready."""

from django.db.models import SlugField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.search import index
from wagtail_localize.views import update_translations

from core.languages.guards import put_up_guards
from core.models import Navigation, SiteSettings
from core.overlay.labels import label_what_packages_leave_unlabelled
from core.permissions import FixedRowsPolicy
from core.widgets import SlugInput


class UpdateTranslationsForm(update_translations.UpdateTranslationsForm):
    """Says what happens here: wagtail-localize would publish the original's words where translations are missing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].help_text = _(
            "Translations of which every text is translated are published at once; "
            "the others wait for their translators."
        )


update_translations.UpdateTranslationsForm = UpdateTranslationsForm
register_form_field_override(SlugField, override={"widget": SlugInput})
for model in (Navigation, SiteSettings):
    register_permission_policy(model, FixedRowsPolicy(model))
label_what_packages_leave_unlabelled()
put_up_guards()
# The explorer's filter for pages with children asks for it while somebody searches.
Page.search_fields = [*Page.search_fields, index.FilterField("numchild")]
