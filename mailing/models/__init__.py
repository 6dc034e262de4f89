from mailing.models.addresses import Bounce, Suppression
from mailing.models.deliveries import Delivery, Letter
from mailing.models.mailings import Body, Mailing
from mailing.models.outbox import Outbox, Pace

__all__ = ["Body", "Bounce", "Delivery", "Letter", "Mailing", "Outbox", "Pace", "Suppression"]
