"""Moderators send issues; Editors write them."""

from django.db import migrations


def give_right(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    content_type, _created = ContentType.objects.get_or_create(app_label="newsletters", model="issue")
    # Django itself makes it only after all migrations.
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename="send_issue", defaults={"name": "Can send issues"}
    )
    group, _created = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")
    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("newsletters", "0003_issues")]
    operations = [migrations.RunPython(give_right, migrations.RunPython.noop)]
