"""JSON: all that filters find, or a part of it, with where it comes from and what may be done with it."""

import json
import re

from django.core.exceptions import BadRequest
from django.utils import timezone

from core.models import SiteSettings
from directory.formats.answers import stream
from directory.formats.licences import open_data_licence
from directory.formats.records import record, texts
from directory.formats.walking import key_of, walk
from directory.links import list_url
from directory.selectors import theme_counts

MOST = 1000  # profiles in a part; without `limit` all of them come in one answer
LIMIT = re.compile(r"[1-9][0-9]{0,3}")


def as_json(request, filters):
    """Every field of `records.FIELDS` and all texts."""

    def item(row):
        return record(row, filters.language, request.build_absolute_uri) | {"texts": texts(row.profile)}

    pieces = document(request, filters, {}, "profiles", item)
    return stream(request, pieces, "application/json")


def document(request, filters, head, name, item):
    """A JSON object in pieces: `head`, what is to be known about it, and under `name` an `item` of each row.

    Raises BadRequest at once where `limit` or `after` make no sense.
    """
    limit = request.GET.get("limit", "")
    if limit and not (LIMIT.fullmatch(limit) and int(limit) <= MOST):
        raise BadRequest(f"limit: from 1 to {MOST}")
    most = int(limit) if limit else None
    rows = walk(filters, request.GET.get("after", ""), most)
    # While the answer streams no language is active any more.
    source = request.build_absolute_uri(list_url(filters))
    return _pieces(request, head, lambda: _about(request, filters, source), name, map(_pairs(item), rows), most)


def _pieces(request, head, about, name, pairs, most):
    yield dump(head | about())[:-1] + f',"{name}":['
    number, last = 0, None
    for row, item in pairs:
        yield ("," if number else "") + "\n" + dump(item)
        number, last = number + 1, row
    following = _next_address(request, last) if number == most else None
    yield f'\n],"next":{dump(following)}}}\n'


def _pairs(item):
    return lambda row: (row, item(row))


def _about(request, filters, source):
    return {
        "title": SiteSettings.for_language(filters.language).name,
        "source": source,
        "licence": open_data_licence().as_json(),
        "language": filters.language,
        "generated": timezone.now().isoformat(timespec="seconds"),
        "query": {name: values for name, values in request.GET.lists() if name not in ("format", "after", "limit")},
        "total": sum(theme_counts(filters).values()),
    }


def _next_address(request, row):
    query = request.GET.copy()
    query["after"] = key_of(row)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
