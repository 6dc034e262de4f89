"""The addresses that letters lead to, in the language of their reader."""

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from newsletters import tokens
from newsletters.tokens import BadToken

ISSUE_KEY_LENGTH = 40


def confirm_url(sign_up):
    return absolute("newsletters_confirm", tokens.CONFIRM.make(sign_up.key), sign_up.language)


def preferences_url(subscriber, language=None):
    """The lasting link that stands in each letter."""
    return absolute("newsletters_preferences", tokens.PREFERENCES.make(subscriber.key), language or subscriber.language)


def preferences_path(subscriber):
    """The same without the host and in the active language, for pages."""
    return path("newsletters_preferences", tokens.PREFERENCES.make(subscriber.key))


def access_url(subscriber):
    return absolute("newsletters_access", tokens.ACCESS.make(subscriber.key), subscriber.language)


def new_address_url(subscriber):
    token = tokens.ADDRESS.make(f"{subscriber.key}{tokens.SEPARATOR}{fingerprint(subscriber.new_email)}")
    return absolute("newsletters_address", token, subscriber.language)


def unsubscribe_url(subscription, issue=""):
    """Where a letter's reader leaves its list; also for List-Unsubscribe (RFC 8058).

    `issue` is the key of the issue that the link stands in (at most 40 characters, without a full stop).
    """
    token = tokens.UNSUBSCRIBE.make(unsubscribe_value(subscription.pk, issue))
    return absolute("newsletters_unsubscribe", token, subscription.language)


def unsubscribe_value(subscription_id, issue=""):
    return f"{subscription_id}{tokens.SEPARATOR}{issue}" if issue else str(subscription_id)


def read_unsubscribe(token):
    """(id of the subscription, key of the issue or "") that an unsubscribe link is about. Raises BadToken."""
    subscription, _separator, issue = tokens.UNSUBSCRIBE.read(token).partition(tokens.SEPARATOR)
    if not subscription.isdecimal():
        raise BadToken
    return int(subscription), issue


def fingerprint(address):
    """What binds a link to the address that it was mailed to, without naming it."""
    return salted_hmac("newsletters.address", address, algorithm="sha256").hexdigest()[:16]


def absolute(view_name, token, language):
    """The address of a view on this site, whatever host a request named."""
    with override(language):
        return f"{settings.WAGTAILADMIN_BASE_URL}{path(view_name, token)}"


def path(view_name, token):
    return reverse(view_name, args=[token])
