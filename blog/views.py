"""What readers get at the addresses below a news index."""

from hashlib import sha256

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.feeds import FEEDS, build_feed
from blog.links import ListLink, crumbs_to, month_links, topic_links, topic_path
from blog.listings import find_listing
from blog.selectors import overview_of
from core.paging import page_number
from taxonomy.models import Topic

TABS = 6


def show_list(request, index, **address):
    """A page of a list; where there is none, a page with status 404 that leads back to what there is.

    A slug that a topic had before leads to its list of today.
    """
    request.is_preview = getattr(request, "is_preview", False)
    everything = overview_of(index.language)
    listing = find_listing(index, everything, **address)
    if listing is None and (topic := Topic.objects.formerly(address.get("topic_slug"))):
        return HttpResponsePermanentRedirect(index.url + topic_path(topic))
    number = page_number(request.GET.get("page"))
    context = index.get_context(request) | {
        "listing": listing,
        "topics": topic_links(index, everything.topics),
        "years": month_links(index, everything.months),
        "crumbs": crumbs_to(index, inclusive=True),
    }
    if listing is None or number is None or number > listing.paginator.num_pages:
        return TemplateResponse(request, "blog/not_found.html", context | _way_back(index, listing), status=404)
    request.routable_suffix = listing.suffix(number)
    context |= _page_of(listing, number, everything) | {"tabs": _tabs(index, everything, listing)}
    return TemplateResponse(request, index.template, context)


def _page_of(listing, number, everything):
    url, posts = listing.index.url, listing.paginator.page(number)
    posts.object_list = everything.shown(posts.object_list)
    return {
        "title": listing.title(number),
        "posts": posts,
        "newer": url + listing.suffix(number - 1),
        "older": url + listing.suffix(number + 1),
        "feed_url": url + listing.path if listing.topic else url,
    }


def _tabs(index, posts, listing):
    """All posts, the most used topics, and always the topic being read; nothing where no post has a topic."""
    if not posts.topics:
        return []
    topics = posts.topics[:TABS]
    if listing.topic and listing.topic not in topics:
        topics.append(listing.topic)
    everything = ListLink(_("All"), index.url, len(posts.posts), not listing.path)
    return [everything, *topic_links(index, topics, listing.topic)]


def _way_back(index, listing):
    """What a reader can do who asked for a list, or a page of one, that isn't there."""
    everything = ListLink(_("To all news"), index.url)
    if listing is None:
        return {"text": _("Nothing has been published on this topic or in this month."), "links": [everything]}
    pages = listing.paginator.num_pages
    text = ngettext("“%(list)s” has %(pages)d page.", "“%(list)s” has %(pages)d pages.", pages)
    links = [ListLink(_("To its first page"), index.url + listing.path), everything]
    return {"text": text % {"list": listing.heading, "pages": pages}, "links": links if listing.path else links[:1]}


def show_feed(request, index, kind, topic_slug=None):
    """The newest posts as `kind` ("rss" or "atom"); answers 304 when the reader has them already."""
    if kind not in FEEDS:
        raise Http404
    topic = None if topic_slug is None else _topic_in_use(index.language, topic_slug)
    if topic and topic.slug != topic_slug:
        return HttpResponsePermanentRedirect(f"{index.url}{topic_path(topic)}{kind}.xml")
    feed = build_feed(kind, index, request.build_absolute_uri, topic)
    body = feed.writeString("utf-8")
    etag = quote_etag(sha256(body.encode()).hexdigest()[:32])
    modified = int(feed.latest_post_date().timestamp())
    response = HttpResponse(body, content_type=feed.content_type)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified)
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response)


def _topic_in_use(language, slug):
    """The topic that has or had `slug`; raises Http404 unless posts of `language` have it."""
    topics = overview_of(language).topics
    if found := next((topic for topic in topics if topic.slug == slug), None):
        return found
    former = Topic.objects.formerly(slug)
    if former in topics:
        return former
    raise Http404
