"""What languages are called."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext

UNKNOWN = "und"  # BCP 47: nobody knows which language it is
# Where the code in the language's own letters is more than the code in capitals.
ABBREVIATIONS = {"bg": "БГ", "el": "ΕΛ", "mk": "МК", "sr": "СР", "uk": "УК"}


def endonym(code):
    """The name of a language in that language: "Български"."""
    try:
        return capfirst(get_language_info(code)["name_local"])
    except KeyError:
        return language_name(code)


def abbreviation(code):
    """The language in two letters, for where its name finds no room: "БГ"."""
    return ABBREVIATIONS.get(code, code.upper())


def language_name(code):
    """The name of a language in the reader's, as it stands inside a sentence: "Bulgarian", "български".

    Also of languages that the site doesn't have; the code itself where nobody knows a name.
    """
    if code == UNKNOWN:
        return gettext("unknown language")
    if name := dict(settings.LANGUAGES).get(code):
        return gettext(str(name))
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
