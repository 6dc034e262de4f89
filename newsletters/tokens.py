"""What the links in letters carry: signed, each good for one purpose; older keys hold in SECRET_KEY_FALLBACKS."""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner

SEPARATOR = "."


class BadToken(Exception):
    """Nobody signed this, or for another purpose."""


class OldToken(BadToken):
    """It was good once."""


class Token:
    """A kind of token; without `lasts` it never expires. A value must not have a full stop at its end."""

    def __init__(self, purpose, *, lasts=None):
        self.lasts = lasts
        signer = TimestampSigner if lasts else Signer
        self._signer = lambda: signer(salt=f"newsletters.{purpose}", sep=SEPARATOR)

    def make(self, value):
        return self._signer().sign(value)

    def read(self, token):
        """The value that `token` was made of. Raises BadToken, OldToken."""
        try:
            return self._signer().unsign(token, **({"max_age": self.lasts} if self.lasts else {}))
        except SignatureExpired as error:
            raise OldToken from error
        except BadSignature as error:
            raise BadToken from error


CONFIRM = Token("confirm", lasts=timedelta(hours=72))
PREFERENCES = Token("preferences")
UNSUBSCRIBE = Token("unsubscribe")
ACCESS = Token("access", lasts=timedelta(hours=24))
ADDRESS = Token("address", lasts=timedelta(hours=24))
