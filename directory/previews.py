"""How editors see a profile before it is published: its page, in each language of the site."""

from django.template.response import TemplateResponse
from django.utils import translation

TEMPLATE = "directory/admin/preview.html"


def page_context(profile, request):
    """What the template of the page shows; in one place, so that a preview never differs from what is published."""
    return {"profile": profile, "text": profile.text_in(translation.get_language())}


def preview(profile, request, language):
    """The page of `profile` as it stands, as readers of `language` would get it."""
    with translation.override(language):
        request.LANGUAGE_CODE = language
        return TemplateResponse(request, TEMPLATE, page_context(profile, request)).render()
