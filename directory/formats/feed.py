"""RSS of the newest profiles that filters find, in the language of the list, each marked with that of its text."""

from django.http import HttpResponse

from core.feeds import MarkedRss, writable
from core.models import SiteSettings
from directory.filters import Sort
from directory.formats.answers import open_to_all
from directory.formats.licences import open_data_licence
from directory.keeping import share_unless_typed
from directory.links import criteria, list_url
from directory.listing import Listing
from directory.selectors import found
from directory.sharing import address_in

NEWEST = 50
CREATIVE_COMMONS = "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"


class ProfileFeed(MarkedRss):
    """RSS 2.0 with the language of each item (Dublin Core) and the licence of all."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:creativeCommons": CREATIVE_COMMONS}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        handler.addQuickElement("creativeCommons:license", self.feed["licence"])


def as_rss(request, filters):
    """The `NEWEST`, whatever order the list has."""
    filters, language = filters.but(sort=Sort.NEWEST.value), filters.language
    absolute, licence = request.build_absolute_uri, open_data_licence()
    names = [criterion.label for criterion in criteria(filters)]
    title = " – ".join([*names, Listing(filters).title.replace("\xad", ""), SiteSettings.for_language(language).name])
    address = absolute(list_url(filters, format="rss"))
    feed = ProfileFeed(
        title=writable(title),
        link=absolute(list_url(filters)),
        description=writable(Listing(filters).introduction.introduction or title),
        language=language,
        feed_url=address,
        feed_guid=address,
        feed_copyright=f"{licence.name}, {licence.url}",
        licence=licence.url,
    )
    for entry in found(filters).for_cards()[:NEWEST]:
        _add(feed, entry, absolute, request.get_host())
    answer = HttpResponse(feed.writeString("utf-8"), "application/rss+xml; charset=utf-8")
    return share_unless_typed(open_to_all(answer), filters)


def _add(feed, entry, absolute, host):
    profile, language = entry.profile, entry.language
    feed.add_item(
        title=writable(entry.name),
        link=absolute(address_in(language, profile.slug)),
        description=writable(entry.summary or ""),
        # One profile is one item in the feeds of all languages (RFC 4151).
        unique_id=f"tag:{host},2026:profile-{profile.pk}",
        unique_id_is_permalink=False,
        pubdate=entry.published_at,
        categories=[writable(profile.theme.labels.text(language))] if profile.theme_id else [],
        language=entry.text_language or entry.name_language or language,
    )
