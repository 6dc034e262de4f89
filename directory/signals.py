"""What follows a change of a profile, in its transaction."""

from django.db.models.signals import post_migrate
from wagtail.signals import published, unpublished

from directory.indexing import index_profiles
from directory.models import DirectoryIntroduction, Profile


def index_changed(sender, instance, **signal):
    index_profiles([instance.pk])


def keep_rows(sender, **signal):
    """A language added to the settings has its row after the next migration."""
    if sender.name == "directory":
        DirectoryIntroduction.ensure_rows()


published.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
unpublished.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
post_migrate.connect(keep_rows, dispatch_uid="directory.rows")
