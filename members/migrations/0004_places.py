"""Editors, Moderators and Translators better the names and positions of places."""

from django.db import migrations


def let_change_places(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    # Django itself makes them only after all migrations.
    content_type, _created = ContentType.objects.get_or_create(app_label="taxonomy", model="place")
    permission, _created = Permission.objects.get_or_create(
        content_type=content_type, codename="change_place", defaults={"name": "Can change place"}
    )
    for name in ("Editors", "Moderators", "Translators"):
        apps.get_model("auth", "Group").objects.get_or_create(name=name)[0].permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("members", "0003_background_jobs"), ("taxonomy", "0003_place")]
    operations = [migrations.RunPython(let_change_places, migrations.RunPython.noop)]
