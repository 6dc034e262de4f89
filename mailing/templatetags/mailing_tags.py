"""How the numbers of the ledger are shown."""

from django import template

from mailing.models import Delivery

register = template.Library()


@register.filter
def by_state(counts):
    """{state: number} as pairs (label, number) in the order of a delivery's life, without those that are 0."""
    return [(state.label, counts[state]) for state in Delivery.State if counts.get(state)]
