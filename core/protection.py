"""Guards forms that anybody may post from a cached page: no cookie, no session, no token of Django's.

Four checks take the token's place: where the request comes from (OWASP's "verifying origin"), a signed time stamp, a
field that people leave empty, and a limit for each network. Whoever is refused keeps what they typed.
"""

import ipaddress
import time

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

TOO_FAST = 2  # seconds in which nobody reads and fills in a form
TOO_OLD = 2 * 24 * 60 * 60  # more than any page stays in a cache
POSTS_AN_HOUR = 10  # from one network
HOUR = 60 * 60


class Refused(Exception):
    """Carries what the reader is told, and the status of the answer."""

    def __init__(self, message, status=422):
        super().__init__(message)
        self.message, self.status = message, status


def check_origin(request):
    """Raise Refused where a browser says that another site's page sent this.

    Every browser since 2020 sends `Origin` or `Sec-Fetch-Site` with a post. What sends neither is no browser, and
    nobody can be tricked into using it.
    """
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    if (site and site != "same-origin") or (origin and not _is_own(origin, request)):
        raise Refused(_("The form was sent from another site. Please send it from this page."), status=403)


def count_post(request, *, purpose):
    """Count this post and raise Refused where its network has sent too many within the hour."""
    most = getattr(settings, "ANONYMOUS_POSTS_AN_HOUR", POSTS_AN_HOUR)
    if happens_too_often(purpose, network_of(request), most):
        raise Refused(_("A lot was sent from your network within the hour. Please try again later."), status=429)


def happens_too_often(purpose, who, most):
    """Count that `who` did something, and say whether it was more than `most` times within the hour.

    The cache never holds the name or address itself.
    """
    window = int(time.time() // HOUR)
    digest = salted_hmac("core.protection.network", f"{purpose}|{who}", algorithm="sha256").hexdigest()
    key = f"posts:{window}:{digest}"
    cache.add(key, 0, timeout=HOUR)
    return _increase(key) > most


def network_of(request):
    """The address that the request comes from; of IPv6 the /64, which one household has to itself.

    `TRUSTED_PROXIES` says how many of our own proxies wrote into X-Forwarded-For; without it nobody is believed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    proxies = getattr(settings, "TRUSTED_PROXIES", 0)
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if proxies and len(forwarded) >= proxies:
        address = forwarded[-proxies]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else str(parsed)


def coarse_network_of(request):
    """The /24 or /48 that the request comes from, for records: it says a region and a provider, and no household."""
    try:
        network = ipaddress.ip_network(network_of(request))
    except ValueError:
        return ""
    return str(network.supernet(new_prefix=24 if network.version == 4 else 48))


class Stamp:
    """A signed moment: when somebody was given the form of `purpose`."""

    def __init__(self, purpose):
        self._purpose = purpose
        self._signer = Signer(salt="core.protection.stamp")

    def make(self, at=None):
        return self._signer.sign(f"{self._purpose}:{int(time.time() if at is None else at)}")

    def age(self, value):
        """Seconds since `value` was made for this purpose, or None where it wasn't."""
        try:
            purpose, made = self._signer.unsign(value).rsplit(":", 1)
        except (BadSignature, ValueError):
            return None
        return time.time() - int(made) if purpose == self._purpose else None


class ProtectedForm(forms.Form):
    """A form with the stamp and the empty field. Give it `purpose`; call `refuse` to show why it was not taken."""

    form_stamp = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    # Its name and label are bait; a screen reader hears that it stays empty.
    your_homepage = forms.CharField(
        required=False, label=_("Leave this empty"), widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )
    guards = ("form_stamp", "your_homepage")

    def __init__(self, *args, purpose="", **kwargs):
        super().__init__(*args, **kwargs)
        self._stamp = Stamp(purpose)

    def clean(self):
        cleaned = super().clean()
        age = self._stamp.age(cleaned.get("form_stamp") or "")
        if cleaned.get("your_homepage") or "your_homepage" in self.errors:
            self.add_error(
                None, _("A field that is there only for robots was filled in. We emptied it; please send again.")
            )
        elif age is None or age > TOO_OLD:
            self.add_error(None, _("This page was open for very long. Everything is still here; please send again."))
        elif age < TOO_FAST and not self.errors:
            self.add_error(None, _("That was faster than people write. Please send again."))
        return cleaned

    def refuse(self, refused):
        self.full_clean()
        self.add_error(None, refused.message)

    @property
    def stamp(self):
        """For the hidden field: the stamp that came, while it is good, else a new one."""
        sent = self.data.get(self.add_prefix("form_stamp"), "") if self.is_bound else ""
        age = self._stamp.age(sent)
        return sent if age is not None and age <= TOO_OLD else self._stamp.make()

    @property
    def answers(self):
        """The cleaned data without the guards."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.guards}


def _is_own(origin, request):
    return origin in (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)


def _increase(key):
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between two calls
        cache.set(key, 1, timeout=HOUR)
        return 1
