"""Pictures that are made when somebody asks for them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from images.social import Drawing, find_subject

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def social_picture(request, kind, pk, digest):
    """The drawing of what everybody may see, for ever the same at this address; old addresses lead to it."""
    subject = find_subject(kind, pk, get_language())
    if subject is None:
        raise Http404
    drawing = Drawing.of(subject)
    if digest != drawing.digest:
        return redirect(drawing.path)
    response = HttpResponse(drawing.png(), content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # it is there to be shown elsewhere
    return response
