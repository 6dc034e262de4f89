"""Editors at work in the directory's admin."""

import json

from django.urls import reverse

from directory.models import Profile

FORM = {
    "original_language": "bg",
    "visibility": "public",
    "slug": "",
    "links-TOTAL_FORMS": "0",
    "links-INITIAL_FORMS": "0",
    "links-MIN_NUM_FORMS": "0",
    "links-MAX_NUM_FORMS": "1000",
}


def url(view, *args):
    return reverse(f"wagtailsnippets_directory_profile:{view}", args=args)


def story(*paragraphs):
    """What the editor of rich text sends."""
    blocks = [
        {"key": f"k{n}", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
        for n, text in enumerate(paragraphs)
    ]
    return json.dumps({"blocks": blocks, "entityMap": {}})


def save(client, profile=None, /, action="", **data):
    """Send the form of `profile`, or of a new one; `action` is "publish", "submit" or nothing."""
    address = url("edit", profile.pk) if profile else url("add")
    texts = {name: story() for name in ("story_bg", "story_en")}
    sent = FORM | texts | ({f"action-{action}": "1"} if action else {}) | data
    return client.post(address, sent)


def latest(profile):
    """The draft of `profile` as it is now."""
    return Profile.objects.get(pk=profile.pk).get_latest_revision_as_object()
