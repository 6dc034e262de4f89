"""What the directory leaves to the background: doorways, each calls one service."""

from django_tasks import task

from directory.references import index_references


@task()
def update_references(profile_ids):
    index_references(profile_ids)
