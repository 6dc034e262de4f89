"""Editors write profiles and submit them, Moderators publish and look after them, Translators translate.

What is submitted goes the way that pages go: the workflow of the root page, in which Moderators approve.
"""

from django.db import migrations

RIGHTS = {
    "Editors": {"profile": ("view", "add", "change"), "directoryintroduction": ("change",)},
    "Moderators": {
        "profile": ("view", "add", "change", "delete", "publish", "lock", "unlock"),
        "directoryintroduction": ("change",),
    },
    "Translators": {"profile": ("view", "change"), "directoryintroduction": ("change",)},
}


def give_rights(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, models in RIGHTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        for model, actions in models.items():
            for action in actions:
                # Django itself makes them only after all migrations.
                permission, _created = Permission.objects.get_or_create(
                    content_type=content_type(apps, model),
                    codename=f"{action}_{model}",
                    defaults={"name": f"Can {action} {model}"},
                )
                group.permissions.add(permission)


def let_moderators_approve(apps, schema_editor):
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowContentType = apps.get_model("wagtailcore", "WorkflowContentType")
    of_pages = WorkflowPage.objects.filter(page__depth=1, workflow__active=True).first()
    if of_pages:
        WorkflowContentType.objects.get_or_create(
            content_type=content_type(apps, "profile"), defaults={"workflow": of_pages.workflow}
        )


def content_type(apps, model):
    return apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="directory", model=model)[0]


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_initial"),
        ("members", "0005_names_in_both_languages"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(give_rights, migrations.RunPython.noop),
        migrations.RunPython(let_moderators_approve, migrations.RunPython.noop),
    ]
