"""What robots are asked to leave alone, and where they find the rest."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse


def robots(request):
    context = {
        "codes": [code for code, _name in settings.LANGUAGES],
        "sitemap": request.build_absolute_uri(reverse("sitemap")),
    }
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")
