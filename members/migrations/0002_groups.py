"""Editors write and submit, Moderators publish and look after the site, Translators translate.

Wagtail's own migrations made Editors and Moderators, their rights on pages, images and documents, and the workflow
in which Moderators approve. This one adds what our models need and the third group.
"""

from django.db import migrations

ADD, CHANGE, DELETE = "add", "change", "delete"

PAGES = {
    "Editors": ("add", "change"),
    "Moderators": ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    "Translators": ("change",),
}

MODELS = {
    "Editors": {
        ("people", "person"): (ADD, CHANGE),
        ("taxonomy", "topic"): (ADD, CHANGE),
        ("taxonomy", "term"): (CHANGE,),
    },
    "Moderators": {
        ("people", "person"): (ADD, CHANGE, DELETE),
        ("taxonomy", "topic"): (ADD, CHANGE, DELETE),
        ("taxonomy", "term"): (CHANGE,),
        ("core", "sitesettings"): (CHANGE,),
        ("core", "navigation"): (CHANGE,),
        ("wagtailredirects", "redirect"): (ADD, CHANGE, DELETE),
    },
    "Translators": {
        ("people", "person"): (CHANGE,),
        ("taxonomy", "topic"): (CHANGE,),
        ("taxonomy", "term"): (CHANGE,),
    },
}

# What Wagtail's migrations give Editors and Moderators by themselves, for the new group, too.
EVERYBODY = (("wagtailadmin", "admin", "access_admin"), ("wagtail_localize", "translation", "submit_translation"))
CHOOSING = (("wagtailimages", "image", "choose_image"), ("wagtaildocs", "document", "choose_document"))


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, models in MODELS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, *names) for names in EVERYBODY))
        for (app, model), actions in models.items():
            group.permissions.add(*(permission(apps, app, model, f"{action}_{model}") for action in actions))
        allow_pages(apps, group, PAGES[name])
        allow_choosing(apps, group)


def allow_pages(apps, group, actions):
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    for action in actions:
        GroupPagePermission.objects.get_or_create(
            group=group,
            page=Page.objects.get(depth=1),
            permission=permission(apps, "wagtailcore", "page", f"{action}_page"),
        )


def allow_choosing(apps, group):
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for names in CHOOSING:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.objects.get(depth=1), permission=permission(apps, *names)
        )


def permission(apps, app, model, codename):
    """The permission of this name; Django itself makes them only after all migrations."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _created = ContentType.objects.get_or_create(app_label=app, model=model)
    name = f"Can {codename.replace('_', ' ')}"
    return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[0]


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
        ("core", "0001_initial"),
        ("people", "0001_initial"),
        ("taxonomy", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
