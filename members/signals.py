"""What follows when an account is saved, whoever saved it."""

from django.db.models.signals import post_save

from members.models import User
from members.services import keep_admin_language


def follow_language(sender, instance, raw=False, **kwargs):
    if not raw:
        keep_admin_language(user=instance)


post_save.connect(follow_language, sender=User, dispatch_uid="members.language")
