from mailing.models.addresses import Bounce, Suppression
from mailing.models.deliveries import Delivery, Letter
from mailing.models.mailings import Body, Mailing
from mailing.models.outbox import Outbox, Pace
from mailing.models.webhooks import HeardReport

__all__ = ["Body", "Bounce", "Delivery", "HeardReport", "Letter", "Mailing", "Outbox", "Pace", "Suppression"]
