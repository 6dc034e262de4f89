"""Why a search of the site finds what it finds, in its order: all of it as data, and told line by line."""

from dataclasses import asdict, replace
from functools import partial

from django.db.models import Q
from django.utils import timezone

from search.analysis import understand
from search.asked import Asked
from search.engines.base import Request
from search.engines.current import answering_engine
from search.explaining import described, explained, matches
from search.meanings import site_synonyms
from search.models import SearchDocument
from search.promotion import promoted_first, promoted_for
from search.ranking import Facts, language_factor, recency_factor
from search.service import DEEPEST, PAGE, Answer, answer, loosened
from search.site import facts_of
from search.terms import FIELD_WEIGHTS
from search.words import site_vocabulary

SHOWN = 10


def explanation(text, language, names=()):
    """How a text is understood, what was asked, and the first hits or those with these names (see `_named`).

    Raises EngineAway where no engine answers.
    """
    understood = understand(text, language, site_synonyms(), site_vocabulary())
    today = timezone.localdate().toordinal()
    steps, scores, found = _asked(Asked(language, text), understood, today)
    places = {hit.id: (place, hit) for place, hit in enumerate(found.hits, 1)}
    documents = _named(language, names) if names else _documents(language, list(places)[:SHOWN])
    return {
        "query": text,
        "language": language,
        "understood": described(understood),
        "corrected": understood.corrected,
        "words": [asdict(word) for word in understood.words],
        "groups": [_group(group) for group in understood.query.groups],
        "told": list(explained(understood)),
        "steps": steps,
        "total": found.total,
        "hits": [
            _document(one, language, today, understood.query, places.get(one.pk), scores.get(one.pk))
            for one in documents
        ],
        "unknown": [name for name in names if not _named(language, [name])],
    }


def _asked(asked, understood, today):
    """What an engine was asked step by step, {id: (number of the step, score)} of what it has, and the answer."""
    if not understood.query.groups:
        return [], {}, Answer((), 0)
    engine, request = answering_engine(), Request(asked.language, limit=DEEPEST)
    steps, scores = [], {}
    for number, step in enumerate(loosened(understood.query), 1):
        found = engine.search(replace(request, query=step))
        for one, score in found.hits:
            scores.setdefault(one, (number, score))
        needed = len(step.groups) if step.needed is None else step.needed
        steps.append({"needed": needed, "by_roots": step.weakly, "total": found.total})
        if found.total >= PAGE:
            break
    ask = partial(answer, engine, understood, facts_of=facts_of, language=asked.language, today=today)
    return steps, scores, promoted_first(promoted_for(asked, understood), request, lambda one: ask(request=one))


def _group(group):
    """A word with its keys, and what is taken for it: [words, how much each counts]."""
    (first, *_), *others = group.phrases
    also = [(" ".join(word.text for word in phrase), sum(word.weight for word in phrase)) for phrase in others]
    return {
        "word": first.text,
        "keys": list(first.keys),
        "roots": list(first.roots),
        "also": [{"words": words, "weight": round(weight, 2)} for words, weight in also],
    }


def _document(document, language, today, query, placed, scored):
    place, hit = placed or (None, None)
    step, score = scored or (None, None)
    facts = Facts(document.text_language, document.date.toordinal() if document.date else None)
    streams = {name: set(keys.split(" ")) for name, keys in document.streams.items()}
    weakly = replace(query, weakly=True)
    return {
        "place": place,
        "id": document.reference,
        "title": document.title,
        "url": document.url,
        "text_language": document.text_language,
        "date": document.date.isoformat() if document.date else None,
        "promoted": bool(hit and hit.promoted),
        "step": step,
        "engine_score": score and round(score, 4),
        "language_factor": language_factor(facts, language),
        "recency_factor": round(recency_factor(facts, today), 4),
        "score": hit and round(hit.score, 4),
        "found": [
            {"word": group.phrases[0][0].text, "by": [asdict(match) for match in of_group]}
            for group, of_group in zip(query.groups, matches(weakly, streams), strict=True)
        ],
    }


def _documents(language, ids):
    documents = SearchDocument.objects.filter(site_language=language).in_bulk(ids)
    return [documents[one] for one in ids if one in documents]


def _named(language, names):
    """The documents with these references, ids of objects, or addresses."""
    named = Q(object_id__in=names) | Q(url__in=names)
    named |= Q(pk__in=SearchDocument.objects.referred(names).values("pk"))
    return list(SearchDocument.objects.filter(named, site_language=language).order_by("kind", "object_id"))


def lines(data):
    """The explanation for people, a line each."""
    yield f"“{data['query']}”, asked by a reader of {data['language']}"
    yield from (f"  {line}" for line in data["told"])
    for group in data["groups"]:
        if group["also"]:
            also = ", ".join(f"{one['words']} (×{one['weight']:g})" for one in group["also"])
            yield f"  {group['word']} is also had by: {also}"
    yield ""
    count = len(data["groups"])
    for number, step in enumerate(data["steps"], 1):
        words = "all words" if step["needed"] == count else f"{step['needed']} of {count} words"
        yield f"Step {number}: {words}{', or their roots' * step['by_roots']}: {step['total']} documents"
    yield f"Found in all: {data['total']}"
    for hit in data["hits"]:
        yield ""
        yield from _told(hit)
    for name in data["unknown"]:
        yield f"{name}: nothing public has this name in this language, so it can't be found."


def _told(hit):
    yield f"{hit['place'] or '–'}. {hit['title']}  [{hit['text_language']}] {hit['id']} {hit['url']}"
    if hit["promoted"]:
        yield "    comes first because editors promoted it for this search"
    yield f"    {_scored(hit)}"
    for one in hit["found"]:
        by = (f"{match['word']} in {match['stream']} (×{FIELD_WEIGHTS[match['stream']]:g})" for match in one["by"])
        yield f"    {one['word']}: {', '.join(by) or 'nowhere'}"


def _scored(hit):
    if hit["step"] is None:
        return "isn't found by these words"
    engine, language, recency = hit["engine_score"], hit["language_factor"], hit["recency_factor"]
    factors = f"{engine:.2f} (engine) × {language:g} (language) × {recency:.2f} ({hit['date'] or 'no day'})"
    return f"step {hit['step']}, score {engine * language * recency:.2f} = {factors}"
