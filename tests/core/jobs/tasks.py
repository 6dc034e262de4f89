"""Tasks that tests enqueue."""

from django_tasks import task

from core.models import SiteSettings

done = []


@task()
def note(*args, **kwargs):
    done.append((args, kwargs))


@task()
def fail(text="It does not work."):
    raise RuntimeError(text)


@task(takes_context=True)
def note_attempt(context):
    done.append(context.attempt)


@task()
def find_nothing():
    SiteSettings.objects.get(pk=0)
