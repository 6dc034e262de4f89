"""What a server's replies mean for a message."""

import re
from dataclasses import dataclass

from mailing.transports.base import SENT, Answer, Outcome

_ENHANCED = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b", re.ASCII)
# RFC 3463: what is wrong with the recipient's address or mailbox. 5.1.7 and 5.1.8 speak of the sender's.
_NO_SUCH_ADDRESS = re.compile(r"5\.1\.(?:0|1|2|3|4|6|10)|5\.2\.1", re.ASCII)
_NO_SUCH_ADDRESS_BASIC = {550, 551, 553, 556}


@dataclass(frozen=True)
class Reply:
    code: int
    text: str

    @property
    def enhanced(self):
        """The enhanced status code (RFC 2034) as text; empty where the server gives none."""
        match = _ENHANCED.match(self.text)
        return match[1] if match else ""


def judge(reply, stage):
    """The Answer that `reply` is, given at `stage`: "sender", "recipient", "data" or "content"."""
    if 200 <= reply.code < 300:
        return SENT
    reason = " ".join(part for part in ("SMTP", str(reply.code), reply.enhanced) if part)
    detail = " ".join(f"{reply.code} {reply.text}".split())
    if reply.code < 500 or stage in ("sender", "data"):
        # That the sender isn't welcome is ours to mend, and no reader's fault: there is time to.
        return Answer(Outcome.LATER, reason, detail)
    return Answer(Outcome.REFUSED, reason, detail, no_such_address=stage == "recipient" and is_no_such_address(reply))


def is_no_such_address(reply):
    """Whether this refusal says that there is no such address, not that the mail is disliked."""
    if reply.enhanced:
        return bool(_NO_SUCH_ADDRESS.fullmatch(reply.enhanced))
    return reply.code in _NO_SUCH_ADDRESS_BASIC
