"""What a run says: figures per class and in all, and the queries that went worst."""

from search.evaluation.measures import percentile
from search.explaining import described

WORST = 10
SHOWN = 5


def summary(outcomes):
    """{ndcg10, recall20, zero, p50_ms, p95_ms, queries} of the outcomes."""
    count = len(outcomes)
    times = [outcome.ms for outcome in outcomes]
    return {
        "ndcg10": round(sum(outcome.ndcg10 for outcome in outcomes) / count, 4),
        "recall20": round(sum(outcome.recall20 for outcome in outcomes) / count, 4),
        "zero": round(sum(not outcome.hits for outcome in outcomes) / count, 4),
        "p50_ms": round(percentile(times, 0.50), 2),
        "p95_ms": round(percentile(times, 0.95), 2),
        "queries": count,
    }


def as_data(outcomes):
    """The whole report as JSON takes it."""
    return {
        "all": summary(outcomes),
        "classes": {name: summary(members) for name, members in by_class(outcomes).items()},
        "queries": [
            {
                "id": outcome.query.id,
                "class": outcome.query.of_class,
                "ndcg10": round(outcome.ndcg10, 4),
                "hits": list(outcome.hits),
                "understood": described(outcome.understood),
            }
            for outcome in outcomes
        ],
    }


def by_class(outcomes):
    """{class: outcomes}, in the order of the file."""
    classes = {}
    for outcome in outcomes:
        classes.setdefault(outcome.query.of_class, []).append(outcome)
    return classes


def lines(outcomes):
    """The report for people, a line each."""
    classes = by_class(outcomes)
    wide = max(len(name) for name in (*classes, "all"))
    yield f"{'':{wide}}  queries  nDCG@10  recall@20  nothing  p50 ms  p95 ms"
    for name, members in (*classes.items(), ("all", outcomes)):
        of = summary(members)
        yield (
            f"{name:{wide}}  {of['queries']:7}  {of['ndcg10']:7.3f}  {of['recall20']:9.3f}  {of['zero']:7.1%}"
            f"  {of['p50_ms']:6.1f}  {of['p95_ms']:6.1f}"
        )
    yield ""
    yield "The worst:"
    for outcome in sorted(outcomes, key=lambda outcome: outcome.ndcg10)[:WORST]:
        yield from _told(outcome)


def _told(outcome):
    grades = outcome.query.grades
    yield f"{outcome.ndcg10:.2f}  {outcome.query.id} [{outcome.query.language}] {outcome.query.text}"
    yield f"      understood: {described(outcome.understood)}"
    came = ", ".join(f"{one} ({grades.get(one, 0)})" for one in outcome.hits[:SHOWN])
    yield f"      came: {came or 'nothing'}"
    wanted = ", ".join(f"{one} ({grade})" for one, grade in list(grades.items())[:SHOWN])
    yield f"      wanted: {wanted}"
