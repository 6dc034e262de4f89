import sys
from collections import Counter

from django.core.management.base import BaseCommand

from mailing.bounces.mailboxes import from_imap, from_maildir
from mailing.bounces.receiving import receive


class Command(BaseCommand):
    help = "Act on bounces and unsubscribe mails: one message from standard input, or those of a Maildir or over IMAP."

    def add_arguments(self, parser):
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--maildir", help="a Maildir; what was dealt with is deleted from it")
        source.add_argument("--imap", help="imaps://user:password@host/folder; the same")
        parser.add_argument("--recipient", default="", help="whom the message from standard input was delivered to")

    def handle(self, *, maildir, imap, recipient, **options):
        if maildir:
            messages = from_maildir(maildir)
        elif imap:
            messages = from_imap(imap)
        else:
            messages = [sys.stdin.buffer.read()]
        kinds = Counter(receive(message, recipient=recipient) or "other" for message in messages)
        self.stdout.write(", ".join(f"{kind}: {number}" for kind, number in sorted(kinds.items())) or "no mail")
