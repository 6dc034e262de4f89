"""Languages as BCP 47 has them, and which one a text is in."""

import re
from functools import cache

UNKNOWN = "und"
# What people write for a language and what its code is (ISO 639-1): mostly codes of countries.
_MEANT = {
    "gr": "el", "cz": "cs", "dk": "da", "ua": "uk", "by": "be", "jp": "ja", "cn": "zh", "sp": "es", "gb": "en",
    "us": "en", "at": "de", "rs": "sr", "al": "sq", "iw": "he", "in": "id", "bul": "bg", "eng": "en", "deu": "de",
    "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "gre": "el", "ell": "el", "ron": "ro",
}  # fmt: skip
# The codes of ISO 639-1.
_CODE = re.compile("[a-z]+")
_CODES = frozenset(
    _CODE.findall("""
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
    nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
""")
)
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?")
# Where imports come from: Europe's official languages and those of many who live here.
_EXPECTED = _CODE.findall("""
    ar be bg bs ca cs da de el en es et eu fi fr ga gl hr hu hy is it ka lb lt lv mk mt nl no pl pt ro ru sk sl sq
    sr sv tr uk
""")
_SURE = 0.8
_SHORTEST = 20  # letters


def as_tag(text):
    """The BCP 47 tag that `text` means: "gr" is "el", "de_AT" is "de-AT"; "" where it means no language."""
    match = _TAG.fullmatch(text.strip().lower().replace("_", "-"))
    if not match:
        return ""
    language = _MEANT.get(match[1], match[1])
    if language == UNKNOWN:
        return UNKNOWN
    if language not in _CODES:
        return ""
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    return "-".join(filter(None, [language, script, region]))


def detect(text):
    """The language that `text` is surely in, or "und"."""
    if sum(map(str.isalpha, text)) < _SHORTEST:
        return UNKNOWN
    language, confidence = _identifier().classify(text)
    return language if confidence >= _SURE else UNKNOWN


@cache
def _identifier():
    # Its model takes 100 MB: only processes that import texts have it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_EXPECTED)
    return identifier
