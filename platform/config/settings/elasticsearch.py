"""How an environment names the search's server."""

import re

from environs import ValidationError

_ADDRESS = re.compile(r"https?://[^/\s]+:\d{1,5}(/\S*)?")


def read_elasticsearch(env):
    """What `SEARCH_ELASTICSEARCH` is for: empty without an address, so that the embedded index answers alone."""
    urls = env.list("SEARCH_ELASTICSEARCH_URL", [], validate=_are_addresses)
    options = {
        # Nothing, while an address is refused.
        "urls": tuple(urls or ()),
        "index": env.str("SEARCH_ELASTICSEARCH_INDEX", "club-search"),
        "user": env.str("SEARCH_ELASTICSEARCH_USER", ""),
        "password": env.str("SEARCH_ELASTICSEARCH_PASSWORD", ""),
        "api_key": env.str("SEARCH_ELASTICSEARCH_API_KEY", ""),
        "ca_certificate": env.str("SEARCH_ELASTICSEARCH_CA", ""),
    }
    return options if urls else {}


def _are_addresses(urls):
    if not all(_ADDRESS.fullmatch(url) for url in urls):
        raise ValidationError("Needs addresses with their ports, such as https://search.example.org:9200.")
