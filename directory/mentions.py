"""Finds the links to profiles in pages, and the pages that have them."""

import json
import re
from urllib.parse import urlsplit

from django.conf import settings
from modelcluster.models import get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from core.querysets import PageQuerySet
from directory.models import FormerSlug, Mention, Profile

MOST = 10  # pages below a profile
_LANGUAGES = "|".join(re.escape(code) for code in dict(settings.LANGUAGES))
# What an editor gives a link or a block: the address alone, or as an attribute in rich text.
_ADDRESS = re.compile(rf'(?:^|href=")(https?://[^/"\s]+)?/(?:{_LANGUAGES})/directory/([-\w]{{1,160}})/?(?=$|["?#])')


def record_mentions(page):
    """Remember which profiles the published `page` links to, and nothing else of it."""
    ids = _profile_ids(linked_slugs(page))
    mentions = Mention.objects.filter(page=page.pk)
    known = set(mentions.values_list("profile", flat=True))
    if gone := known - ids:
        mentions.filter(profile__in=gone).delete()
    Mention.objects.bulk_create(Mention(profile_id=pk, page_id=page.pk) for pk in sorted(ids - known))


def pages_mentioning(profile, language):
    """What readers of `language` may read that links to `profile` in any language, each once, newest first."""
    mentioned = Mention.objects.filter(profile=profile.pk).values("page__translation_key")
    pages = PageQuerySet(Page).filter(translation_key__in=mentioned).once_in(language)
    return list(pages.order_by("-first_published_at", "-pk")[:MOST])


def linked_slugs(page):
    """The slugs in all addresses of profiles on this site that the texts and blocks of `page` link to."""
    found = {link for text in _texts(_content(page)) for link in _ADDRESS.findall(text)}
    hosts = _hosts() if any(origin for origin, _slug in found) else ()
    return {slug for origin, slug in found if not origin or urlsplit(origin).hostname in hosts}


def _content(page):
    # Without its child relations: what these hold are authors, topics and the like.
    content = get_serializable_data_for_fields(page)
    for name in (field.name for field in page._meta.get_fields() if isinstance(field, StreamField)):
        content[name] = json.loads(content[name] or "[]")
    return content


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _hosts():
    own = {urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}
    return own | set(Site.objects.values_list("hostname", flat=True))


def _profile_ids(slugs):
    now = Profile.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    before = FormerSlug.objects.filter(slug__in=slugs).values_list("profile", flat=True)
    return {*now, *before} if slugs else set()
