"""File names and titles that surprise nobody."""

import unicodedata
from pathlib import PurePosixPath

from core.slugs import slugify

LENGTH = 60
INVISIBLE = ("Cc", "Cf")  # control and formatting characters


def visible(text):
    """`text` without control and formatting characters, such as those that turn the reading direction."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in INVISIBLE)


def safe_name(name, extension):
    """A file name of ASCII letters, digits and hyphens that ends in `extension`, whatever else `name` claims to be.

    Folders, further extensions and formatting characters are gone: "../Снимка.php.JPG" becomes "snimka-php.jpg".
    """
    stem = PurePosixPath(visible(name).replace("\\", "/")).stem.replace(".", " ")
    return f"{slugify(stem)[:LENGTH].strip('-') or 'image'}.{extension}"
