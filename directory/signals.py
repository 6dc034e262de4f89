"""What follows a change of a profile, in its transaction."""

from django.db.models.signals import post_migrate
from django.dispatch import Signal
from wagtail.signals import published, unpublished

from directory.indexing import index_profiles
from directory.models import DirectoryIntroduction, Profile

# Sent inside the transaction of a merge, before the profile that goes is deleted. Arguments: `stays`, `goes`.
# Whoever points at profiles from outside of them (pages that mention one, where one was imported from) points at
# `stays` from then on; what still points at `goes` is deleted with it.
profiles_merged = Signal()


def index_changed(sender, instance, **signal):
    index_profiles([instance.pk])


def keep_rows(sender, **signal):
    """A language added to the settings has its row after the next migration."""
    if sender.name == "directory":
        DirectoryIntroduction.ensure_rows()


published.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
unpublished.connect(index_changed, sender=Profile, dispatch_uid="directory.index")
post_migrate.connect(keep_rows, dispatch_uid="directory.rows")
