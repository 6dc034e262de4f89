"""What is said over an SMTP connection for a window of messages, and where exactly it was when the connection broke.

With PIPELINING (RFC 2920) a message's content and the next one's MAIL, RCPT and DATA leave in one piece, so that a
message costs one round trip. Only one message's content is ever on its way: when the connection breaks, one message
is uncertain.
"""

import re

from mailing.transports.base import Answer, Outcome
from mailing.transports.replies import Reply, judge

_ADDRESS = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+", re.ASCII)
NO_ADDRESS = Answer(Outcome.REFUSED, "no address that can be mailed")
CLOSING = 421


class Conversation:
    """One window over a connection that `smtplib` has set up. `answers()` may raise what smtplib and sockets raise."""

    def __init__(self, smtp, envelopes, may_begin):
        self._smtp, self._may_begin = smtp, may_begin
        self._envelopes = envelopes
        self._pipelining = smtp.has_extn("pipelining")
        self._eight_bit = smtp.has_extn("8bitmime")
        # Whether content of the message that has no answer yet may have left.
        self.content_begun = False
        self.out_of_time = False
        # Whether nothing more may be said on this connection.
        self.over = False

    def answers(self):
        """Yield an Answer for one envelope after the other; it stops early when the server closes or time is out."""
        announced = False
        for place, envelope in enumerate(self._envelopes):
            if not can_be_said(envelope):
                yield NO_ADDRESS
                continue
            if not announced:
                self._announce(envelope)
            replies = self._hear_announced(envelope)
            if self.over:
                yield judge(replies[-1], "closing")
                return
            if replies[-1].code == 354 and not self._may_begin():
                # DATA can't be taken back but by hanging up.
                self.over = self.out_of_time = True
                return
            following = self._next(place)
            answer = self._hand_over(envelope, replies, following)
            announced = following is not None
            yield answer
            if self.over:
                return
            if not announced and place + 1 < len(self._envelopes) and not self._may_begin():
                self.out_of_time = True
                return

    def _next(self, place):
        """The envelope to announce together with the content of the one at `place`; None where that isn't to be."""
        if not self._pipelining or place + 1 == len(self._envelopes) or not self._may_begin():
            return None
        following = self._envelopes[place + 1]
        return following if can_be_said(following) else None

    def _commands(self, envelope):
        eight_bit = self._eight_bit and not envelope.content.isascii()
        return [
            f"MAIL FROM:<{envelope.sender}>{' BODY=8BITMIME' if eight_bit else ''}\r\n".encode(),
            f"RCPT TO:<{envelope.recipient}>\r\n".encode(),
            b"DATA\r\n",
        ]

    def _announce(self, envelope):
        if self._pipelining:
            self._smtp.send(b"".join(self._commands(envelope)))

    def _hear_announced(self, envelope):
        """The replies to MAIL, RCPT and DATA, as far as it got."""
        replies = []
        for command in self._commands(envelope):
            if not self._pipelining:
                self._smtp.send(command)
            replies.append(self._hear())
            if self.over or (replies[-1].code >= 400 and not self._pipelining):
                break
        return replies

    def _hand_over(self, envelope, replies, following):
        """Say the content, or take the announcement back where it was refused; in the same breath announce the next."""
        announcement = b"".join(self._commands(following)) if following else b""
        refused = next((place for place, reply in enumerate(replies) if reply.code >= 400), None)
        if refused is None:
            self.content_begun = True
            self._smtp.send(stuffed(envelope.content) + b".\r\n" + announcement)
            answer = judge(self._hear(), "content")
            self.content_begun = False
            return answer
        # A server may accept DATA although it refused the recipient: then it is told that there is nothing.
        self._smtp.send((b".\r\n" if replies[-1].code == 354 else b"RSET\r\n") + announcement)
        self._hear()
        return judge(replies[refused], ("sender", "recipient", "data")[refused])

    def _hear(self):
        code, text = self._smtp.getreply()
        if code == CLOSING:
            self.over = True
        return Reply(code, text.decode("utf-8", "replace"))


def can_be_said(envelope):
    """Whether both addresses can stand in SMTP's commands as they are, and begin no others."""
    return bool(_ADDRESS.fullmatch(envelope.sender) and _ADDRESS.fullmatch(envelope.recipient))


def stuffed(content):
    """`content` as DATA wants it (RFC 5321, 4.5.2): no line of it ends the message, and it ends with a line."""
    if not content.endswith(b"\r\n"):
        content += b"\r\n"
    content = content.replace(b"\r\n.", b"\r\n..")
    return b"." + content if content.startswith(b".") else content
