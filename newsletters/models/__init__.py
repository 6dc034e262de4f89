from newsletters.models.imports import SubscriberImport
from newsletters.models.lists import MailingList
from newsletters.models.sign_ups import SignUp
from newsletters.models.subscribers import Subscriber
from newsletters.models.subscriptions import Frequency, Subscription

__all__ = ["Frequency", "MailingList", "SignUp", "Subscriber", "SubscriberImport", "Subscription"]
