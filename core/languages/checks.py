"""System checks: what pages declare as following their original can follow it."""

from django.apps import apps
from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from core.languages.facts import is_child_relation
from core.models import BasePage


@register
def check_followed_fields(app_configs, **_options):
    models = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return [error for model in models for name in model.followed_fields for error in _check(model, name)]


def _check(model, name):
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return [Error(f"`followed_fields` names “{name}”, which it has not.", obj=model, id="core.E101")]
    if isinstance(field, ClusterTaggableManager):
        return [Error(f"“{name}” are tags: name the relation of their rows instead.", obj=model, id="core.E102")]
    if is_child_relation(field) and issubclass(field.related_model, TranslatableMixin):
        return [Error(f"The rows of “{name}” are translated, so they can't follow.", obj=model, id="core.E103")]
    return _check_translatable(model, name)


def _check_translatable(model, name):
    found = {field.field_name: field for field in get_translatable_fields(model)}.get(name)
    if isinstance(found, TranslatableField):
        return [Error(f"“{name}” is text: it is translated and can't follow.", obj=model, id="core.E104")]
    if getattr(found, "overridable", False):
        hint = f'Put SynchronizedField("{name}", overridable=False) into `override_translatable_fields`.'
        return [Error(f"Translators are offered another “{name}”, which would be lost.", hint, model, "core.E105")]
    return []
