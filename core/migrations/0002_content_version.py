import secrets

from django.db import migrations, models


def begin_to_count(apps, schema_editor):
    apps.get_model("core", "ContentVersion").objects.create(id=1, stamp=secrets.token_hex(8))


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContentVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
                ('stamp', models.CharField(default='', editable=False, max_length=16)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='one_content_version')],
            },
        ),
        migrations.RunPython(begin_to_count, migrations.RunPython.noop),
    ]
