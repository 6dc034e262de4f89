"""Keeping the proofs of consent."""

from datetime import timedelta

from django.utils import timezone

from members.models import ConsentRecord

DAYS_OF_NETWORKS = 180


def forget_old_networks():
    """Blank the networks that consents came from once they are `DAYS_OF_NETWORKS` old; runs nightly."""
    return ConsentRecord.objects.forget_networks(timezone.now() - timedelta(days=DAYS_OF_NETWORKS))
