"""Moderators look after the site: they see what its background work has given up, and decide about it."""

from django.db import migrations


def let_moderators_decide(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    moderators = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")[0]
    # Django itself makes them only after all migrations.
    content_type, _created = ContentType.objects.get_or_create(app_label="core", model="job")
    for action in ("view", "change", "delete"):
        permission, _created = Permission.objects.get_or_create(
            content_type=content_type, codename=f"{action}_job", defaults={"name": f"Can {action} job"}
        )
        moderators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("members", "0002_groups"), ("core", "0004_background_jobs")]
    operations = [migrations.RunPython(let_moderators_decide, migrations.RunPython.noop)]
