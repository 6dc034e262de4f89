"""System checks: a mail provider that can report, or none; never half of it. `manage.py check --tag mailing`."""

from django.core import checks

from mailing.bounces.providers import PROVIDERS
from mailing.options import read_options

TAG = "mailing"


def check_webhook(app_configs, **_options):
    """A provider is one that signs, and its secret is there."""
    options = read_options()
    if options.webhook_provider and options.webhook_provider not in PROVIDERS:
        return [_error("E001", f"MAIL_WEBHOOK_PROVIDER can be {', '.join(PROVIDERS)}, not {options.webhook_provider}.")]
    if bool(options.webhook_provider) != bool(options.webhook_secret):
        return [
            _error("E002", "MAIL_WEBHOOK_PROVIDER and MAIL_WEBHOOK_SECRET need each other: no report is taken so far.")
        ]
    return []


def _error(number, message):
    return checks.Error(message, hint="docs/settings.md", id=f"mailing.{number}")
