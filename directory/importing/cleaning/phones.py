"""Finds phone numbers, and tells them from dates, hours, postcodes, coordinates and registration numbers."""

import re
import unicodedata

_NUMBER = re.compile(r"(?<!\w)(?:\+\s?|00\s?)?\(?\+?\d(?:[\s().\-–—/·]{0,3}\d){4,18}(?!\d)")
# A number of its own inside of a longer row of digits: a postcode stands before it, say.
_INNER = re.compile(r"(?<=[\s/])\(?0{1,2}[1-9](?:[\s().\-–—/·]{0,3}\d){6,14}$")
_AMERICAN = re.compile(r"(?:1[.\- ])?(?:\(\d{3}\)\s?|\d{3}[.\-])\d{3}[.\-]\d{4}")
_BRACKETED = re.compile(r"\(\d{2,5}\)\s?\d{2,4}(?:[\s.\-]?\d{2,4}){1,2}")
_ALONE = r"(?<![\d+])(?<!\d[./\-\s])"
_NO_MORE = r"(?![./\-\s]{0,2}\d)"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
_OTHER = re.compile(
    "|".join(
        [
            rf"(?<!\d){_DAY}\s?[./\-]\s?{_MONTH}\s?[./\-]\s?(?:19|20)\d\d(?![./\-]?\d)",  # 27.06.2017
            rf"(?<!\d)(?<!\d[./\-\s]){_DAY}[./\-]{_MONTH}[./\-]\d\d{_NO_MORE}",  # 27.06.17
            rf"(?<!\d)(?:19|20)\d\d[./\-–]{_MONTH}[./\-–]{_DAY}(?!\d)",  # 2017-06-27
            rf"{_ALONE}(?:1[5-9]|20)\d\d\s?[\-–—/]\s?(?:1[5-9]|20)\d\d{_NO_MORE}",  # 2010-2015
            rf"{_ALONE}(?:[01]\d|2[0-4]){_MINUTE}\s?[\-–—]\s?(?:[01]\d|2[0-4]){_MINUTE}{_NO_MORE}",  # 0900-1700
            rf"{_ALONE}{_HOUR}[.:h]{_MINUTE}\s?[\-–—]\s?{_HOUR}[.:h]{_MINUTE}{_NO_MORE}",  # 9.00-17.00
            rf"(?<!\d){_HOUR}[:h]{_MINUTE}(?!\d)",  # 9:30
            r"(?<![\d.])\d{1,3}\.\d{4,15}(?![\d.])",  # 42.6981
        ]
    )
)
_WORDS = (
    "tel|tél|telef|telefon|telefono|teléfono|telefone|telephone|téléphone|phone|ph|fax|mob|mobil|mobile|móvil|cell|gsm|"
    "handy|call|sms|whatsapp|viber|signal|hotline|tlf|puh|tālr|тел|телефон|моб|мобилен|джиесем|факс|τηλ|τηλέφωνο|"
    "contact|contacto|kontakt|контакт"
)
_CALLING = re.compile(
    rf"(?:\b(?:{_WORDS})\w{{0,8}}|[☎☏✆📞📱])[^\w+(]{{0,6}}(?:(?:no|nr|number|us|on|at|me|is|на)\W{{1,3}}){{0,3}}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\b(?:no|nr|num|numbers?|reg|registered|registration|registry|company|charity|vat|uid|ein|nif|cif|nip|regon|"
    r"krs|ico|ičo|isbn|issn|iban|bic|konto|account|acc|postcode|plz|zip|еик|булстат|ик|id|art|ref|code|firmenbuch|zvr)"
    r"\b|[№#])\W{0,4}$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_FEWEST, _FEWEST_CALLED = 8, 5  # digits


def phones_in(text):
    """The (start, end) of phone numbers."""
    text = _plain_digits(text)
    if not _NUMBER.search(text):
        return
    masked = _OTHER.sub(lambda match: "x" * len(match[0]), text)
    for match in _NUMBER.finditer(masked):
        if _is_phone(match[0], masked[max(0, match.start() - _LOOK_BACK) : match.start()]):
            yield match.span()
        elif inner := _INNER.search(match[0]):
            yield match.start() + inner.start(), match.end()


def _is_phone(number, before):
    digits = sum(map(str.isdigit, number))
    if _CALLING.search(before):
        return digits >= _FEWEST_CALLED
    if digits < _FEWEST:
        return False
    if number.lstrip("(").startswith("+"):
        return True
    if _COUNTED.search(before):
        return False
    return number.lstrip("(").startswith("0") or bool(_AMERICAN.fullmatch(number) or _BRACKETED.fullmatch(number))


def _plain_digits(text):
    """`text` with the digits of every script as ours, letter by letter."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() and not letter.isascii() else letter for letter in text
    )
