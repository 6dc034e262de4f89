"""Letters about a subscription. Each is the answer to something that a person did."""

from core.mails import compose
from newsletters import links

# RFC 3834: nobody's holiday notice answers them.
HEADERS = {"Auto-Submitted": "auto-generated"}


def send_confirmation(sign_up, lists):
    """Ask the mailbox's owner whether the sign-up is theirs."""
    context = {"first_name": sign_up.first_name, "lists": lists, "url": links.confirm_url(sign_up)}
    _send("subscription_confirm", sign_up.language, sign_up.email, context)


def send_known(subscriber, address=None):
    """Tell a subscriber that they are one already, and where their preferences are."""
    _send_about("subscription_known", subscriber, links.preferences_url(subscriber), address)


def send_access(subscriber):
    """Send the fresh link that changing the address and taking the data need."""
    _send_about("subscription_access", subscriber, links.access_url(subscriber))


def send_new_address(subscriber):
    """Ask the owner of the new mailbox whether the subscription may move there."""
    _send_about("subscription_address", subscriber, links.new_address_url(subscriber), subscriber.new_email)


def send_moved(subscriber, address):
    """Tell the former mailbox that the subscription has moved, without saying where to."""
    _send_about("subscription_moved", subscriber, "", address)


def _send_about(name, subscriber, url, address=None):
    context = {"first_name": subscriber.first_name, "url": url}
    _send(name, subscriber.language, address or subscriber.email, context)


def _send(name, language, address, context):
    compose(name, language=language, to=[address], context=context, headers=HEADERS).send()
