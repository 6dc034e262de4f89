"""Moderators look after lists, subscribers and imports; Editors and Translators word the lists.

Nobody but administrators takes all addresses away as a file, until one of them allows a group to.
"""

from django.db import migrations

RIGHTS = {
    "Editors": {"mailinglist": ("view", "change")},
    "Moderators": {
        "mailinglist": ("view", "add", "change", "delete"),
        "subscriber": ("view", "change", "delete"),
        "subscriberimport": ("add", "view"),
    },
    "Translators": {"mailinglist": ("view", "change")},
}


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for name, models in RIGHTS.items():
        group, _created = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for model, actions in models.items():
            content_type, _created = ContentType.objects.get_or_create(app_label="newsletters", model=model)
            for action in actions:
                # Django itself makes them only after all migrations.
                permission, _created = Permission.objects.get_or_create(
                    content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("newsletters", "0001_initial"), ("members", "0006_consentrecord")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
