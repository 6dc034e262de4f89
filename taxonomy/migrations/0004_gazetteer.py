"""The countries of the world, and the provinces and towns of Bulgaria."""

from django.db import migrations

from taxonomy.services import load_places


def load(apps, schema_editor):
    load_places(places=apps.get_model("taxonomy", "Place")._default_manager)


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0003_place")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
