"""The lossy fold in which spellings of one sound meet: 6/sh, 4/ch, q/ya/ia, w/v, x/h, j/y."""

import re
import unicodedata

# In this order. Capitals stand for sounds that are settled, so that later rules leave them alone.
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch", "St"),
        ("dzh|dj", "dJ"),
        ("sh|6", "S"),
        ("ch|4", "C"),
        ("zh", "J"),
        ("ts|tz|cz", "c"),
        ("kh|x", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("w", "v"),
        ("iy(?=[aeou])|ij(?=[aeou])", "i"),
        ("[yj]a|q", "ia"),
        ("[yj]u|iu", "u"),
        ("[yj]o", "io"),
        ("ou", "u"),
        ("[yj]", "i"),
    )
]
_DOUBLED = re.compile(r"(.)\1+")
_SETTLED = str.maketrans("SCJ", "647")
_SHORT_I = "й"
_UNMARKED = re.compile("[0-9a-zа-я]*")
# Sounds mistaken for each other in writing (о/у, е/и, д/т …): a mistake among them is likelier than any other.
_ALIKE = dict(zip("uidgvzb7", "oetkfsp6", strict=True))
_TO_ALIKE = str.maketrans(_ALIKE)


def fold(latin):
    """A Latin word in small letters without accents as it sounds, roughly: words that meet here sound alike."""
    sounds = latin
    for pattern, sound in _RULES:
        sounds = pattern.sub(sound, sounds)
    return _DOUBLED.sub(r"\1", sounds).translate(_SETTLED)


def strip_marks(word):
    """The letters without what stands on them: café is cafe, ѝ is и; but й is a letter of its own."""
    if word.isascii() or _UNMARKED.fullmatch(word):
        return word
    kept = (
        letter
        if letter == _SHORT_I
        else "".join(part for part in unicodedata.normalize("NFKD", letter) if part.isalnum())
        for letter in word
    )
    return "".join(kept).lower()


def alike(sounds):
    """Folded sounds with one of those that are mistaken for each other in the place of both."""
    return sounds.translate(_TO_ALIKE)


def alike_letters(letter):
    """The folded sounds that `alike` makes the same as this one."""
    sound = alike(letter)
    return (sound, *(other for other, same in _ALIKE.items() if same == sound))
