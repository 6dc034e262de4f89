"""The workflow that Wagtail makes gets a name in the site's source language: editors read it on the button that submits."""

from django.db import migrations

MADE, OURS = "Moderators approval", "Одобрение от модератор"


def rename(old, new):
    def rename_both(apps, schema_editor):
        for model in ("Workflow", "Task"):
            apps.get_model("wagtailcore", model).objects.filter(name=old).update(name=new)

    return rename_both


class Migration(migrations.Migration):
    dependencies = [("members", "0004_places"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(rename(MADE, OURS), rename(OURS, MADE))]
