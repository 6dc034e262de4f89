"""The words of the closed vocabularies."""

from django.db import migrations

from taxonomy.services import load_vocabularies


def load(apps, schema_editor):
    load_vocabularies(terms=apps.get_model("taxonomy", "Term")._default_manager)


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
