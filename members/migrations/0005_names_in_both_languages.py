"""What Wagtail's migrations name in English and every editor reads gets a name that both languages understand.

Names of rows can't be translated: there is one for everybody. Whoever has renamed them keeps that.
"""

from django.db import migrations

MODERATION = ("Moderators approval", "Модератори · Moderators")
ROOT = ("Root", "Сайт · Site")


def rename(apps, schema_editor):
    before, after = MODERATION
    for model in ("Workflow", "Task"):
        apps.get_model("wagtailcore", model).objects.filter(name=before).update(name=after)
    before, after = ROOT
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=before)
    root.update(title=after, draft_title=after)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=before).update(name="Общи · Common")


class Migration(migrations.Migration):
    dependencies = [("members", "0004_places"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
