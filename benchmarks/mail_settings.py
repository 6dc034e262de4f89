"""The site as benchmarks/mail.py runs it: on PostgreSQL, mail over SMTP to the sink at SINK_PORT."""

import os

from benchmarks.settings import *

MAILING = MAILING | {"transport": "mailing.transports.smtp.SmtpTransport"}
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ.get("SINK_PORT", "25"))
# For what goes past the outbox.
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
