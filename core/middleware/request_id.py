"""Every request has an id of ours: in its log lines, and in a header so that a reader can quote it."""

import uuid

from core.logs import request_id


class RequestIdMiddleware:
    """Give each request an id. One that a client sends is not trusted: it could imitate another's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = request_id.set(uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
            return response
        finally:
            request_id.reset(token)
