"""What Wagtail's admin does differently here; read once, when the apps are ready."""

from django.db.models import SlugField
from wagtail.admin.forms.models import register_form_field_override
from wagtail.permissions import register_permission_policy

from core.models import Navigation, SiteSettings
from core.overlay.labels import label_what_packages_leave_unlabelled
from core.permissions import FixedRowsPolicy
from core.widgets import SlugInput

register_form_field_override(SlugField, override={"widget": SlugInput})
for model in (Navigation, SiteSettings):
    register_permission_policy(model, FixedRowsPolicy(model))
label_what_packages_leave_unlabelled()
