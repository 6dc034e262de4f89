"""The pages of topics."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.errors import nothing_here
from core.page_cache.middleware import share
from taxonomy.models import Topic
from taxonomy.sections import sections_about


@require_safe
def topic(request, slug):
    """Everything about a topic; older addresses, and those of topics merged into it, lead there."""
    home = {"label": _("To the first page"), "title": _("Home"), "url": reverse("wagtail_serve", args=[""])}
    found = Topic.objects.filter(slug=slug).first()
    if found is None and (today := Topic.objects.formerly(slug)):
        return redirect(today, permanent=True)
    sections = sections_about(found, get_language()) if found else []
    if not sections:
        text = _("Nothing has been published on this topic.")
        return nothing_here(request, title=_("No such topic"), text=text, links=[home])
    context = {"topic": found, "title": str(found), "sections": sections, "crumbs": [home]}
    return share(render(request, "taxonomy/topic.html", context))
