"""Pictures that are made when somebody asks for them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from images.models import SocialImageMixin
from images.social import Drawing

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def social_picture(request, page_id, digest):
    """The drawing of a page that everybody may read, for ever the same at this address; old addresses lead to it."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    if not isinstance(page, SocialImageMixin) or page.language != get_language():
        raise Http404
    drawing = Drawing.of(page)
    if digest != drawing.digest:
        return redirect(drawing.path)
    response = HttpResponse(drawing.png(), content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # it is there to be shown elsewhere
    return response
