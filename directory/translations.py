"""Which texts of a profile still say what its original says.

A text is current while `translates` is the digest of the original's text. Publishing writes it: for a text that was
changed since it was last published, and for one of which an editor confirmed (`confirms`) that it still fits.
"""

import hashlib
import re

# What the editor puts into rich text for itself.
_BLOCK_KEYS = re.compile(r' data-block-key="[^"]*"')


def original_digest(profile):
    """The digest of what `profile` says in the language of its original as it stands."""
    texts = {text.language: text for text in profile.texts.all()}
    return _digest(profile.name, texts.get(profile.original_language))


def record_published(profile):
    """Note on the texts of a `profile` that is about to be saved live what they say and which texts they translate."""
    original = original_digest(profile)
    for text in profile.texts.all():
        digest = text_digest(text)
        if text.language == profile.original_language:
            digest, text.translates = original, ""
        elif digest != text.digest or not text.translates or text.confirms == original:
            text.translates = original
        text.digest = digest


def fell_behind(profile, text):
    """Whether the published `text` translates something else than what the original of `profile` says as it stands.

    False for a text that was changed since: publishing it says that it fits.
    """
    return (
        bool(text.translates)
        and text.language != profile.original_language
        and text_digest(text) == text.digest
        and text.translates != original_digest(profile)
    )


def keep_published(text, published):
    """Give a `text` of a draft what is known of the `published` one in its language (None: there is none)."""
    text.digest = published.digest if published else ""
    text.translates = published.translates if published else ""


def text_digest(text):
    """The digest of a translation; its name is what it adds to that of the profile."""
    return _digest(text.name, text)


def _digest(name, text):
    story = _BLOCK_KEYS.sub("", text.story) if text else ""
    said = "\0".join([name, text.summary if text else "", story])
    return hashlib.sha256(said.encode()).hexdigest()[:40]
