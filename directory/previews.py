"""How editors see a profile before it is published: its page, in each language of the site."""

from django.template.response import TemplateResponse
from django.utils import translation

from directory.page import profile_context


def preview(profile, request, language):
    """The page of `profile` as it stands, as readers of `language` would get it."""
    with translation.override(language):
        request.LANGUAGE_CODE = language
        return TemplateResponse(request, "directory/profile.html", profile_context(profile, request)).render()
