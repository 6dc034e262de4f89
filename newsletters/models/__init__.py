from newsletters.models.imports import SubscriberImport
from newsletters.models.issues import Issue
from newsletters.models.lists import MailingList
from newsletters.models.pages import NewsletterIndexPage, NewsletterPage, NewsletterPageTopic
from newsletters.models.sign_ups import SignUp
from newsletters.models.subscribers import Subscriber
from newsletters.models.subscriptions import Frequency, Subscription

__all__ = [
    "Frequency",
    "Issue",
    "MailingList",
    "NewsletterIndexPage",
    "NewsletterPage",
    "NewsletterPageTopic",
    "SignUp",
    "Subscriber",
    "SubscriberImport",
    "Subscription",
]
