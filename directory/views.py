"""What readers get at the addresses of the directory."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.errors import nothing_here
from core.middleware.addresses import takes_any_query
from core.page_cache.middleware import share
from core.paging import page_number
from directory import formats
from directory.filters import Filters
from directory.keeping import share_unless_typed
from directory.labels import with_todays_topics
from directory.links import Link, list_url
from directory.list_page import list_context
from directory.listing import MOST_PAGES, Listing
from directory.models import FormerSlug, Profile
from directory.page import profile_context


@require_safe
@takes_any_query
def profiles(request):
    """The list or the map of what the address asks for, or another form of it."""
    filters = Filters.parse(request.GET, get_language())
    name = request.GET.get("format", "")
    if any("" in values for _name, values in request.GET.lists()):
        # A form without scripts sends empty fields, too. What remains is the address that people share.
        return redirect(list_url(filters, format=name))
    if (today := with_todays_topics(filters)) != filters:
        return redirect(list_url(today, format=name), permanent=True)
    if name:
        return formats.answer(request, filters, name)
    listing, number = Listing(filters), page_number(request.GET.get("page"))
    if number is None or number > listing.last_page:
        return nothing_here(request, **_beyond(listing))
    if number > 1:
        request.routable_suffix = f"?page={number}"
    context = list_context(listing, number, request.GET.getlist("more"))
    return share_unless_typed(render(request, "directory/list.html", context), filters)


@require_safe
def profile(request, slug):
    """A published profile; an older address of one leads there."""
    found = Profile.objects.live().with_facts().filter(slug=slug).first()
    if found:
        return share(render(request, "directory/profile.html", profile_context(found, request)))
    former = FormerSlug.objects.filter(slug=slug, profile__live=True).select_related("profile").first()
    if former:
        return redirect(former.profile, permanent=True)
    text = _("It may have been withdrawn, or its address was never right.")
    return nothing_here(
        request, title=_("No such profile"), text=text, links=[Link(_("To the whole directory"), list_url())]
    )


def _beyond(listing):
    """What a reader can do who asked for a page of the list that isn't there, or is too far down to be turned to."""
    links = [Link(_("To its first page"), list_url(listing.filters))]
    if listing.paginator.num_pages > MOST_PAGES:
        text = _("The list is shown as far as page %(last)d. Narrow it, or take all of it as open data.")
        return {"title": _("Too far down"), "text": text % {"last": MOST_PAGES}, "links": links}
    text = ngettext("The list has %(pages)d page.", "The list has %(pages)d pages.", listing.last_page)
    return {"title": _("No such page"), "text": text % {"pages": listing.last_page}, "links": links}
