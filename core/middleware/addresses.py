"""Addresses that no page can have are answered before anything tries to look them up."""

from core.errors import bad_request, uri_too_long

LONGEST_PATH = 2000
LONGEST_QUERY = 4000
MOST_PARAMETERS = 500


def takes_any_query(view):
    """Let a view have queries of any length: it takes them for text, and as much of it as it needs. Returns it."""
    view.takes_any_query = True
    return view


class ReadableAddressMiddleware:
    """Refuse paths with NUL characters (PostgreSQL raises on them) and addresses longer than any link of ours.

    In a query a NUL is white space: somebody pasted text that holds it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if len(request.path_info) > LONGEST_PATH:
            return self._refuse(request, uri_too_long)
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or query.count("&") >= MOST_PARAMETERS:
            return self._refuse(request, bad_request)
        # Nothing in its place might put another "%00" together.
        request.META["QUERY_STRING"] = query.replace("%00", "%20").replace("\0", "%20")
        return self.get_response(request)

    def process_view(self, request, view, _args, _kwargs):
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY and not getattr(view, "takes_any_query", False):
            return self._refuse(request, uri_too_long)
        return None

    @staticmethod
    def _refuse(request, page):
        request.path_info = request.path = request.path_info.partition("\0")[0][:LONGEST_PATH]
        request.META["QUERY_STRING"] = ""
        return page(request)
