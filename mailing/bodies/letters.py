"""The bytes of a single message."""

import email
import email.policy
from email.generator import BytesGenerator
from io import BytesIO

# Whatever the relay offers, these bytes may go: nothing above 127 in them.
_POLICY = email.policy.compat32.clone(linesep="\r\n", cte_type="7bit", max_line_length=None)


def letter_bytes(message):
    """A Django EmailMessage as it leaves, without a Message-ID: each copy has one of its own."""
    ready = email.message_from_bytes(message.message().as_bytes(), policy=_POLICY)
    del ready["Message-ID"]
    del ready["Bcc"]
    out = BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=_POLICY).flatten(ready)
    return out.getvalue()
