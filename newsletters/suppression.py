"""Which addresses get no mail any more: the outbox knows them by their hashes."""

from mailing.addresses import recipient_key
from mailing.models import Suppression


def suppressed_among(addresses):
    """Those of the addresses that bounced for good, were complained about, erased, or stopped by hand: one query."""
    keys = {recipient_key(address): address for address in addresses}
    found = Suppression.objects.filter(pk__in=list(keys)).values_list("pk", flat=True)
    return {keys[key] for key in found}
