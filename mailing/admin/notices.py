"""What editors are told at once about mail."""

from django.utils.translation import gettext as _

from mailing.models import Delivery, Outbox


def mail_stands_still(request):
    """The text for the dashboard while the outbox is locked, or while somebody has to decide; else nothing."""
    if Outbox.objects.filter(locked_at__isnull=False).exists():
        return _("No mail leaves: an old backup of the database was put back. See Reports → Mail.")
    if Delivery.objects.uncertain().filter(mailing__isnull=False).exists():
        return _("Of some mail nobody knows whether it arrived. Reports → Mail lists it and asks what to do.")
    return ""
