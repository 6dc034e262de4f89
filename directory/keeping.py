"""Which answers of the directory are kept for others."""

from core.page_cache.middleware import share


def share_unless_typed(response, filters):
    """Let every reader have an answer, but for those to what somebody typed. Returns it.

    These would drive out what many ask for, and search may answer them more fully a moment later.
    """
    if not filters.text:
        return share(response)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
