"""Every text of every block reaches the translator; what isn't text stays."""

import json
import re

from wagtail_localize.models import OverridableSegment, StringSegment, TranslationSource

from tests.core.blocks.bodies import link
from tests.core.factories import translate
from tests.home.factories import block, item

# Fields that hold no words: choices, addresses and keys of other things.
NO_WORDS = {"level", "url", "route", "image", "logo", "document", "page", "type", "id"}


def words_of(raw):
    """All texts of raw stream data."""
    if isinstance(raw, dict):
        return [text for name, value in raw.items() if name not in NO_WORDS for text in words_of(value)]
    if isinstance(raw, list):
        return [text for value in raw for text in words_of(value)]
    return [raw] if isinstance(raw, str) and raw else []


def test_every_text_of_every_block_is_offered_for_translation(full_page, home_en):
    source, _created = TranslationSource.update_or_create_from_instance(full_page)
    offered = " ".join(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    plain = re.sub(r"<[^>]+>", "", offered)
    for text in words_of(list(full_page.body.raw_data)):
        for part in filter(str.strip, re.split(r"<[^>]+>", text)):
            assert part.strip() in plain, part


def test_a_translated_page_shows_no_untranslated_text(client, full_page, home_en):
    english = translate(full_page, "en")
    texts = [text for text in words_of(list(english.body.raw_data)) if text not in ("text", "number")]
    assert texts
    assert all("(en)" in text for text in texts), [text for text in texts if "(en)" not in text]
    assert client.get(english.url).status_code == 200


def test_what_is_no_text_is_the_same_in_the_translation(full_page, home_en):
    english = translate(full_page, "en")

    def keys(page):
        return re.findall(
            r'"(?:image|logo|document|page|url|level|id|type)": [^,}\]]+', json.dumps(list(page.body.raw_data))
        )

    assert keys(english) == keys(full_page)


def test_a_translator_may_lead_a_link_elsewhere(page_with, target, home_en):
    page = page_with(block("call_to_action", {"title": "Елате", "text": "", "links": [item(link(page=target.pk))]}))
    source, _created = TranslationSource.update_or_create_from_instance(page)
    assert OverridableSegment.objects.filter(source=source, context__path__endswith=".page").exists()
