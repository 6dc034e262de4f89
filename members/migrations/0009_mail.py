"""Moderators see how mail is doing, pause what should not go on, and decide about what is uncertain."""

from django.db import migrations


def let_moderators_decide(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    moderators = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")[0]
    # Django itself makes them only after all migrations.
    content_type, _created = ContentType.objects.get_or_create(app_label="mailing", model="mailing")
    for action in ("view", "change"):
        permission, _created = Permission.objects.get_or_create(
            content_type=content_type, codename=f"{action}_mailing", defaults={"name": f"Can {action} mailing"}
        )
        moderators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("members", "0008_search"), ("mailing", "0001_initial")]
    operations = [migrations.RunPython(let_moderators_decide, migrations.RunPython.noop)]
