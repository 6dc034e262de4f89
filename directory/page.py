"""What stands on a profile's page; the admin's preview of a draft shows the same."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from core import rich_text
from core.links import LinkResolver
from directory.facts import facts_of, web_address
from directory.links import list_url
from directory.mentions import pages_mentioning
from directory.models import Visibility
from directory.places import place_words
from directory.related import related_to
from directory.sharing import address_in, canonical_language, picture_of
from directory.structured_data import organisation

FRESH = timedelta(days=365)


def profile_context(profile, request):
    """The context of templates/directory/profile.html for a profile fetched `with_facts`, or a draft of one."""
    language = get_language()
    text, (name, name_language) = profile.text_in(language), profile.name_in(language)
    text_language = text.language if text else ""
    address = request.build_absolute_uri(address_in(language, profile.slug))
    picture = picture_of(profile, language, address) if profile.pk else None
    return {
        "profile": profile,
        "title": name,
        "name_language": "" if name_language == language else name_language,
        "text": text,
        "text_language": "" if text_language == language else text_language,
        "story": _story(text, language),
        "kind": str(profile.kind or ""),
        "place": place_words(profile),
        "website": web_address(profile.website),
        "facts": facts_of(profile),
        "crumbs": _crumbs(),
        "is_stale": _is_stale(profile),
        "is_unlisted": profile.visibility != Visibility.PUBLIC,
        "related": related_to(profile, language),
        "mentions": pages_mentioning(profile, language) if profile.pk else [],
        "address": address,
        "canonical": address_in(canonical_language(language, text_language, profile.original_language), profile.slug),
        "picture": picture,
        "structured_data": organisation(
            profile, name=name, text=text, address=address, picture=picture, language=language
        ),
    }


def _story(text, language):
    """The sanitised HTML of a text's story."""
    if text is None or not text.story:
        return ""
    links = LinkResolver(language)
    linked = rich_text.linked_ids("document", text.story)
    documents = get_document_model().objects.in_bulk(linked) if linked else {}
    return rich_text.render(text.story, links=links, documents=documents)


def _is_stale(profile):
    """Whether nobody has confirmed the profile for a year; what nobody ever confirmed counts from its publication."""
    published = profile.first_published_at
    confirmed = profile.confirmed_on or (published and published.date())
    return bool(confirmed) and timezone.localdate() - confirmed > FRESH


def _crumbs():
    return [
        {"title": _("Home"), "url": reverse("wagtail_serve", args=[""])},
        {"title": _("Directory"), "url": list_url()},
    ]
