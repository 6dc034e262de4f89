"""Rehearsing and importing are the same walk over a file; only the second writes."""

from collections import Counter
from itertools import islice

from django.db import transaction
from django.utils import timezone

from directory.importing.reasons import FileRefused
from members.models import ConsentRecord
from newsletters.importing.reading import records
from newsletters.importing.rows import NEEDED, RowRefused, columns_of, read_row
from newsletters.models import MailingList, Subscriber, Subscription
from newsletters.suppression import suppressed_among

PART = 500
MOST_ROWS = 50_000
# Rows that the report names one by one.
MOST_PROBLEMS = 500
LEFT, CONFIRMED = Subscription.State.UNSUBSCRIBED, Subscription.State.CONFIRMED


@transaction.atomic
def import_file(file, *, defaults, dry):
    """Take the subscribers of a file; returns a report: counts, and problems as [line, code, list].

    Who has left a list, or is blocked, stays as they are; so does what subscribers have chosen. `defaults` are the list
    and the language of rows that name none. Raises FileRefused.
    """
    run = _Run(defaults, dry)
    rows = iter(records(file))
    part = list(islice(rows, PART))
    if not part:
        raise FileRefused("empty")
    columns = columns_of({name for record in part for name in record.values})
    for field in NEEDED:
        if field not in columns:
            raise FileRefused("column_missing", field=field)
    while part:
        run.take(part, columns)
        if run.counts["rows"] > MOST_ROWS:
            raise FileRefused("many_rows", limit=MOST_ROWS)
        part = list(islice(rows, PART))
    return run.report()


class _Run:
    def __init__(self, defaults, dry):
        self.defaults, self.dry, self.now = defaults, dry, timezone.now()
        self.lists = {one.slug: one for one in MailingList.objects.all()}
        self.counts, self.problems, self.seen = Counter(), [], set()

    def take(self, part, columns):
        rows = []
        for record in part:
            self.counts["rows"] += 1
            try:
                row = read_row(record, columns, self.lists, self.defaults)
                if row.email in self.seen:
                    raise RowRefused("twice")
                self.seen.add(row.email)
                rows.append(row)
            except RowRefused as refused:
                self.counts["refused"] += 1
                self._note(record.line, refused.code)
        self._write(rows)

    def report(self):
        return {"counts": dict(self.counts), "problems": sorted(self.problems)}

    def _write(self, rows):
        known = {one.email: one for one in Subscriber.objects.filter(email__in=[row.email for row in rows])}
        states = {
            (pk, mailing_list): state
            for pk, mailing_list, state in Subscription.objects.filter(
                subscriber__in=[one.pk for one in known.values()]
            ).values_list("subscriber", "mailing_list", "state")
        }
        suppressed = suppressed_among(row.email for row in rows)
        for row in rows:
            if row.email in suppressed:
                self._keep(row, "suppressed")
        rows = [row for row in rows if row.email not in suppressed]
        wanted = [(row, self._wanted(row, known.get(row.email), states)) for row in rows]
        taken = [(row, lists) for row, lists in wanted if lists]
        self.counts["subscriptions"] += sum(len(lists) for _row, lists in taken)
        self.counts["new"] += sum(row.email not in known for row, _lists in taken)
        if not self.dry:
            self._store(taken, known)

    def _wanted(self, row, subscriber, states):
        """The lists that the row may put its person on; for the others the report says why not."""
        if subscriber and subscriber.state == Subscriber.State.BLOCKED:
            self._keep(row, "blocked")
            return []
        lists = []
        for one in row.lists:
            state = states.get((subscriber.pk, one.pk)) if subscriber else None
            if state in (LEFT, CONFIRMED):
                self._keep(row, "left" if state == LEFT else "known", one)
            else:
                lists.append(one)
        return lists

    def _store(self, taken, known):
        new = [
            Subscriber(email=row.email, first_name=row.first_name, language=row.language)
            for row, _lists in taken
            if row.email not in known
        ]
        Subscriber.objects.bulk_create(new)
        known |= {one.email: one for one in new}
        pairs = [(row, known[row.email], one) for row, lists in taken for one in lists]
        Subscription.objects.bulk_create(
            [
                Subscription(
                    subscriber=subscriber,
                    mailing_list=one,
                    state=CONFIRMED,
                    language=row.language,
                    confirmed_at=row.consented_at,
                )
                for row, subscriber, one in pairs
            ],
            update_conflicts=True,  # those that nobody has confirmed
            unique_fields=["subscriber", "mailing_list"],
            update_fields=["state", "language", "confirmed_at"],
        )
        ConsentRecord.objects.bulk_create(
            [
                ConsentRecord(
                    purpose=one.consent_purpose,
                    address=row.email,
                    action=ConsentRecord.Action.GIVEN,
                    language=row.language,
                    source=row.source,
                    confirmed_at=row.consented_at,
                )
                for row, _subscriber, one in pairs
            ]
        )

    def _keep(self, row, code, mailing_list=None):
        self.counts["kept"] += 1
        self._note(row.line, code, str(mailing_list.slug) if mailing_list else "")

    def _note(self, line, code, mailing_list=""):
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append([line, code, mailing_list])
