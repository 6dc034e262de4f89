"""Walks the site as a reader with a link checker would: every address that its own pages name."""

import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

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


def crawl(site, starts):
    """Answers by address: all that can be reached from `starts` without leaving `site` or entering its admin."""
    answers, waiting = {}, [urljoin(site, start) for start in starts]
    while waiting:
        address = urldefrag(waiting.pop()).url
        if address in answers or not address.startswith(site) or address.startswith(f"{site}/admin/"):
            continue
        answers[address] = fetch(address)
        waiting += [urljoin(address, link) for link in answers[address].links]
    return answers
