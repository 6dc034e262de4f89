"""Every request has an id of ours: in its log lines, and in a header so that a reader can quote it."""

import uuid

from django.core.signals import request_finished

from core.logs import request_id


class RequestIdMiddleware:
    """Give each request an id. One that a client sends is not trusted: it could imitate another's."""

    def __init__(self, get_response):
        self.get_response = get_response
        # Not on the way out of this middleware: Django still logs the answer's status after all of them.
        request_finished.connect(_forget, dispatch_uid="core.request_id")

    def __call__(self, request):
        request_id.set(uuid.uuid4().hex)
        response = self.get_response(request)
        response.headers["X-Request-ID"] = request_id.get()
        return response


def _forget(**_signal):
    request_id.set("")
