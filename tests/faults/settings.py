"""Workers in tests of faults: mail over SMTP to the test's sink, and leases that end while one watches."""

import json
import os

from config.settings.test import *

MAILING = MAILING | {"transport": "mailing.transports.smtp.SmtpTransport"} | json.loads(os.environ["MAILING"])
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["SINK_PORT"])
TASKS = {"default": {"BACKEND": "core.jobs.backend.JobBackend"}}
