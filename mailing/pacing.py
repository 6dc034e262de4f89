"""How fast messages may leave, over all workers: the database keeps when the next one may, for each limit."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest, Now

from mailing.models import Pace
from mailing.options import read_options

EVERYBODY = ""
# How far ahead of its limit a worker may get: a window would else never find enough room at a high rate.
AHEAD = timedelta(seconds=1)


def take_turns(count):
    """Whether `count` messages may leave now. If so, they are counted; else the caller waits a little."""
    rate = read_options().rate
    return not rate or _take(EVERYBODY, count, rate)


def held_back(deliveries):
    """Those of these deliveries whose domain has had as many as it takes now, as {delivery.pk: timedelta to wait}."""
    rates = read_options().domain_rates
    held = {}
    for place, delivery in enumerate(deliveries) if rates else ():
        domain = delivery.address.rpartition("@")[2]
        if domain in rates and not _take(domain, 1, rates[domain]):
            # Spread, so that not all come back at the same moment.
            held[delivery.pk] = AHEAD + timedelta(seconds=place / rates[domain])
    return held


def _take(name, count, rate):
    with transaction.atomic():
        Pace.objects.bulk_create([Pace(domain=name, free_at=Now())], ignore_conflicts=True)
        free = Pace.objects.filter(pk=name, free_at__lte=Now() + AHEAD)
        step = timedelta(seconds=count / rate)
        return bool(free.update(free_at=Greatest(F("free_at"), Now()) + step))
