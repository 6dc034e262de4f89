"""What languages are called."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext

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
    """The name of a language (BCP 47) in the reader's, as it stands inside a sentence: "Bulgarian", "български".

    Of a language that Django doesn't know, its code.
    """
    name = dict(settings.LANGUAGES).get(code)
    if name:
        return gettext(str(name))
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
