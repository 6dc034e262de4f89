"""Editors and Moderators say what the search takes for the same and what comes first, and see what was searched for."""

from django.db import migrations

RIGHTS = {
    "Editors": {"synonymgroup": ("add", "change"), "promotion": ("add", "change"), "querycount": ("view",)},
    "Moderators": {
        "synonymgroup": ("add", "change", "delete"),
        "promotion": ("add", "change", "delete"),
        "querycount": ("view",),
    },
    "Translators": {"synonymgroup": ("add", "change")},
}


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for name, models in RIGHTS.items():
        group, _created = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for model, actions in models.items():
            # Django itself makes them only after all migrations.
            content_type, _created = ContentType.objects.get_or_create(app_label="search", model=model)
            for action in actions:
                permission, _created = Permission.objects.get_or_create(
                    content_type=content_type,
                    codename=f"{action}_{model}",
                    defaults={"name": f"Can {action} {model}"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("members", "0007_consents_are_final"), ("search", "0004_query_counts")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
