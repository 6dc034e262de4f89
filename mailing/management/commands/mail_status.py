import json

from django.core.management.base import BaseCommand, CommandError

from mailing import lock, selectors
from mailing.options import read_options


class Command(BaseCommand):
    help = "Say how the outbox is doing. Fails while it is locked or its books don't balance: for monitoring."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", dest="as_json", help="for machines")
        parser.add_argument("--unlock", action="store_true", help="let mail leave again after a backup was put back")

    def handle(self, *, as_json, unlock, **options):
        if unlock:
            self._unlock()
        state = selectors.outbox_state()
        self.stdout.write(json.dumps(_plain(state), indent=2, default=str) if as_json else _text(state))
        if state.locked_at:
            raise CommandError("The outbox is locked: an old backup was put back. docs/mail.md says what to do.")
        if not all(account.balances for _mailing, account in state.mailings):
            raise CommandError("The books of a mailing don't balance.")

    def _unlock(self):
        unlocked = lock.unlock()
        if unlocked is None:
            raise CommandError("The outbox is not locked.")
        self.stderr.write(f"Unlocked: {unlocked[0]} deliveries are uncertain now, {unlocked[1]} single ones dropped.")


def _plain(state):
    return {
        "transport": read_options().transport,
        "locked_at": state.locked_at,
        "due": state.due,
        "oldest_due": state.oldest_due,
        "uncertain": state.uncertain,
        "suppressed": state.suppressed,
        "soft_bounces": state.soft_bounces,
        "single_messages": state.singles,
        "mailings": [
            {
                "id": mailing.pk,
                "title": mailing.title,
                "state": mailing.state,
                "send_at": mailing.send_at,
                "audience": account.audience,
                "balances": account.balances,
                **account.counts,
                "reasons": {f"{kind}: {reason}": number for (kind, reason), number in account.reasons.items()},
            }
            for mailing, account in state.mailings
        ],
    }


def _text(state):
    lines = [
        f"Due now: {state.due} (oldest: {state.oldest_due or 'none'}). Uncertain: {state.uncertain}.",
        f"Suppressed addresses: {state.suppressed}. Soft bounces of the last 30 days: {state.soft_bounces}.",
        f"Single messages: {_sum(state.singles)}",
    ]
    for mailing, account in state.mailings:
        sign = "=" if account.balances else "≠"
        lines.append(f"{mailing.pk} {mailing.state}: {mailing.title}")
        lines.append(f"    audience {account.audience} {sign} {_sum(account.counts)}")
        lines += [f"    {kind}: {reason}: {number}" for (kind, reason), number in sorted(account.reasons.items())]
    return "\n".join(lines)


def _sum(counts):
    return " + ".join(f"{number} {state}" for state, number in counts.items() if number) or "0"
