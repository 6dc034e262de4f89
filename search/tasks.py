"""What search leaves to the background: doorways, each calls one service."""

from django_tasks import task

from search import writing


@task()
def write_objects(kind, object_ids):
    writing.objects_changed(kind, object_ids)


@task()
def write_kind(kind):
    for _count in writing.write_all(kind):
        pass
