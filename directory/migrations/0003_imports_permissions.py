"""Moderators import files, undo imports, and decide what foreign values mean."""

from django.db import migrations

PERMISSIONS = {"importrun": ("add", "change", "view"), "valuemapping": ("change", "view")}


def let_moderators_import(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    moderators = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")[0]
    for model, actions in PERMISSIONS.items():
        # Django itself makes them only after all migrations.
        content_type, _created = ContentType.objects.get_or_create(app_label="directory", model=model)
        for action in actions:
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
            )
            moderators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_permissions")]
    operations = [migrations.RunPython(let_moderators_import, migrations.RunPython.noop)]
