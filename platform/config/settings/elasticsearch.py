"""How an environment names the search's server."""


def read_elasticsearch(env):
    """What `SEARCH_ELASTICSEARCH` is for: empty without an address, so that the embedded index answers alone."""
    urls = tuple(url.strip().rstrip("/") for url in env.list("SEARCH_ELASTICSEARCH_URL", []) if url.strip())
    options = {
        "urls": urls,
        "index": env.str("SEARCH_ELASTICSEARCH_INDEX", "club-search"),
        "user": env.str("SEARCH_ELASTICSEARCH_USER", ""),
        "password": env.str("SEARCH_ELASTICSEARCH_PASSWORD", ""),
        "api_key": env.str("SEARCH_ELASTICSEARCH_API_KEY", ""),
        "ca_certificate": env.str("SEARCH_ELASTICSEARCH_CA", ""),
    }
    return options if urls else {}
