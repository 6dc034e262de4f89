"""What names and short texts may not hide."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Characters that nobody sees and that turn the direction of what follows, or make two names look the same.
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn"}
_ALLOWED = {"\n", "\r", "\t", "\u00ad", "\u200d"}
_CYRILLIC_TWINS = "аАВеЕіІјЈкКМНоОрРсСТуУхХ"
_LATIN_TWINS = "aABeEiIjJkKMHoOpPcCTyYxX"
_WORD = re.compile(r"[^\W\d_]+")


def hidden_characters(text):
    """The characters of `text` that no reader sees."""
    return [letter for letter in text if unicodedata.category(letter) in _HIDDEN_CATEGORIES and letter not in _ALLOWED]


def without_hidden_characters(text):
    """`text` as readers see it."""
    hidden = set(hidden_characters(text))
    return "".join(letter for letter in text if letter not in hidden) if hidden else text


def no_hidden_characters(text):
    """Raise ValidationError where `text` has characters that nobody sees, such as those that turn its direction."""
    if found := hidden_characters(text):
        raise ValidationError(
            _("There is a character that nobody sees (%(code)s). Please write the text without it."),
            params={"code": f"U+{ord(found[0]):04X}"},
            code="hidden",
        )


def no_mixed_alphabets(text):
    """Raise ValidationError for a word that passes off letters of one alphabet as those of another.

    Mixed words whose foreign letters look different ("e-Здраве", "iГрад") are somebody's name, and allowed.
    """
    for word in _WORD.findall(text):
        if _is_disguised(word):
            raise ValidationError(
                _("“%(word)s” mixes Cyrillic and Latin letters that look alike. Please write it in one alphabet."),
                params={"word": word},
                code="mixed",
            )


def _is_disguised(word):
    cyrillic = [letter for letter in word if "Ѐ" <= letter <= "ӿ"]
    latin = [letter for letter in word if letter.isascii() or "À" <= letter <= "ɏ"]
    if not cyrillic or not latin:
        return False
    few, twins = (latin, _LATIN_TWINS) if len(latin) <= len(cyrillic) else (cyrillic, _CYRILLIC_TWINS)
    return all(letter in twins for letter in few) and not word.startswith(("e", "i"))
