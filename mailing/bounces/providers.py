"""The mail providers whose reports can be believed: they sign each one. Anymail checks that and reads them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from anymail.exceptions import AnymailWebhookValidationFailure
from django.utils.module_loading import import_string

from mailing.options import read_options


class Forged(Exception):
    """A report that is not signed as the provider signs, or that nobody can read. It changes nothing."""


@dataclass(frozen=True)
class Provider:
    """One provider: Anymail's view for it, what that calls the secret, and when an event was signed."""

    view: str
    secret: str
    signed_at: Callable


def _mailgun_signed_at(event):
    # Mailgun signs a moment and a token, and not what happened: so neither may come again.
    return datetime.fromtimestamp(int(event.esp_event["signature"]["timestamp"]), UTC)


PROVIDERS = {
    "mailgun": Provider(
        "anymail.webhooks.mailgun.MailgunTrackingWebhookView", "webhook_signing_key", _mailgun_signed_at
    )
}


def is_offered():
    """Whether a provider and its secret are set."""
    options = read_options()
    return options.webhook_provider in PROVIDERS and bool(options.webhook_secret)


def read_reports(request):
    """Pairs (Anymail's event, the moment when it was signed) of what the provider sent. Raises Forged."""
    options = read_options()
    provider = PROVIDERS[options.webhook_provider]
    view = import_string(provider.view)(**{provider.secret: options.webhook_secret})
    try:
        view.run_validators(request)
        return [(event, provider.signed_at(event)) for event in view.parse_events(request)]
    except AnymailWebhookValidationFailure as error:
        raise Forged(str(error)) from error
    except (AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError) as error:
        # Anybody may send anything, also in the place where a signature belongs.
        raise Forged(f"unreadable: {type(error).__name__}") from error
