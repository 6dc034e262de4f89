"""Addresses that no page can have are answered before anything tries to look them up."""

from core.errors import bad_request, uri_too_long

LONGEST_PATH = 2000
LONGEST_QUERY = 4000
MOST_PARAMETERS = 500


class ReadableAddressMiddleware:
    """Refuse NUL characters (PostgreSQL raises on them) and addresses longer than any link of ours, with a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if len(request.path_info) > LONGEST_PATH or len(query) > LONGEST_QUERY:
            return self._refuse(request, uri_too_long)
        if "\0" in request.path_info or "%00" in query or "\0" in query or query.count("&") >= MOST_PARAMETERS:
            return self._refuse(request, bad_request)
        return self.get_response(request)

    @staticmethod
    def _refuse(request, page):
        request.path_info = request.path = request.path_info.partition("\0")[0][:LONGEST_PATH]
        request.META["QUERY_STRING"] = ""
        return page(request)
