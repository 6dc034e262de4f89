"""Wagtail's index of what uses what, for profiles that were written without their signals."""

from django.db import transaction
from wagtail.models import ReferenceIndex

from directory.models import Profile


def index_references(profile_ids):
    """Let the index know what the profiles refer to."""
    for profile in Profile.objects.with_facts().filter(pk__in=profile_ids):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(profile)
