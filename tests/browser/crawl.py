"""Walks the site as a reader with a link checker would: every address that its own pages name."""

import re
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

# A path with one filter; every value of it is asked for.
ALONE = 2
A_FEW = 3
SITEMAP_ADDRESS = re.compile(r"<loc>([^<]+)</loc>")


@dataclass
class Answer:
    """What an address gave: its status, type and body, and what its page links to (with fragments) and is linked as."""

    status: int
    kind: str
    body: bytes
    links: list = field(default_factory=list)
    ids: set = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if found.get("id"):
            self.ids.add(found["id"])
        for name in ("href", "src", "action"):
            if found.get(name) and not (tag == "form" and found.get("method", "get") == "post"):
                self.links.append(found[name])
        for candidate in (found.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append(candidate.split()[0])


def fetch(address):
    """GET an address and follow its redirects."""
    try:
        with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310
            answer = Answer(response.status, response.headers.get_content_type(), response.read())
    except urllib.error.HTTPError as error:
        answer = Answer(error.code, error.headers.get_content_type(), error.read())
    if answer.kind == "text/html":
        reader = _Reader()
        reader.feed(answer.body.decode())
        answer.links, answer.ids = reader.links, reader.ids
    elif answer.kind.endswith("xml"):
        answer.links = SITEMAP_ADDRESS.findall(answer.body.decode())
    return answer


def filters_of(address):
    """The path of an address and the names in its query."""
    parts = urlsplit(address)
    return parts.path, *sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})


def crawl(site, starts):
    """Answers by address: all that can be reached from `starts` without leaving `site` or entering its admin.

    Of the combinations of the same filters, which are thousands, it takes a few.
    """
    answers, waiting, combined = {}, [urljoin(site, start) for start in starts], Counter()
    while waiting:
        address = urldefrag(waiting.pop()).url
        if address in answers or not address.startswith(site) or address.startswith(f"{site}/admin/"):
            continue
        filters = filters_of(address)
        combined[filters] += 1
        if len(filters) > ALONE and combined[filters] > A_FEW:
            continue
        answers[address] = fetch(address)
        waiting += [urljoin(address, link) for link in answers[address].links]
    return answers
