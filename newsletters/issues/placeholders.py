"""The words that stand for each reader's own. There are these and no others: whatever else is in braces is text."""

import re

from django.utils.translation import gettext, override

from mailing.bodies.slots import slot

NAMES = ("first_name", "greeting")
_PLACEHOLDER = re.compile(r"\{\{\s*(" + "|".join(NAMES) + r")\s*\}\}")


def words_for(first_name, language):
    """What stands for the placeholders in a letter to somebody, who may have told no name."""
    with override(language):
        greeting = gettext("Hello, %(first_name)s!") if first_name else gettext("Hello!")
        return {"first_name": first_name, "greeting": greeting % {"first_name": first_name}}


def as_slots(text):
    """`text` with slots for the placeholders."""
    return _PLACEHOLDER.sub(lambda found: slot(found[1]), text)


def for_everybody(text, language):
    """`text` as the web archive shows it: it greets nobody by name."""
    words = words_for("", language)
    return _PLACEHOLDER.sub(lambda found: words[found[1]], text)
