"""Files with addresses: kept until somebody has decided about them, and no longer than a day."""

from datetime import timedelta

from django.utils import timezone

from newsletters.models import SubscriberImport

KEPT = timedelta(days=1)


def keep(*, file, user):
    """Keep an uploaded file for its rehearsal and its import."""
    return SubscriberImport.objects.create(file=file, file_name=file.name[:200], user=user)


def forget(run):
    """Delete the file of an import; its report stays."""
    run.file.storage.delete(run.file.name)
    run.file = ""
    run.save(update_fields=["file"])


def forget_old_files():
    """Delete the files that nobody decided about, with their rehearsals; runs nightly."""
    for run in SubscriberImport.objects.filter(created_at__lt=timezone.now() - KEPT, finished_at=None):
        if run.file:
            run.file.storage.delete(run.file.name)
        run.delete()
