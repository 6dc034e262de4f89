"""Files of other collections hold contacts of people: they are kept for as long as an import may need them."""

from datetime import timedelta

from django.utils import timezone

from directory.models import ImportRun

DAYS = 30
State = ImportRun.State


def forget_old_files():
    """Delete uploaded files and rehearsals that are older than `DAYS`. Reports of real runs stay, for undoing them."""
    before = timezone.now() - timedelta(days=DAYS)
    old = ImportRun.objects.filter(created_at__lt=before).exclude(state__in=(State.RUNNING, State.UNDOING))
    for run in old.exclude(file=""):
        if not ImportRun.objects.filter(file=run.file.name, created_at__gte=before).exists():
            run.file.storage.delete(run.file.name)
        ImportRun.objects.filter(pk=run.pk).update(file="")
    old.filter(dry=True).delete()
    old.filter(state=State.NEW).delete()
