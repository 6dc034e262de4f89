"""What the site says of a profile: that it is verified, and when somebody last confirmed that it is still right."""

from django.utils import timezone
from wagtail.log_actions import log

from core.changes.transactions import content_changed, one_change
from directory.indexing import index_profiles
from directory.models import Profile

VERIFY, UNVERIFY, CONFIRM = "directory.verify", "directory.unverify", "directory.confirm"


def verify(*, profiles, user):
    """Say of `profiles` that the site has verified them; return how many were not before."""
    return _set_verified(profiles, user, verified=True, action=VERIFY)


def unverify(*, profiles, user):
    """Take that back; return of how many."""
    return _set_verified(profiles, user, verified=False, action=UNVERIFY)


def confirm(*, profiles, user):
    """Note that what `profiles` say is right today; return how many there are."""
    today = timezone.localdate()
    with one_change():
        _update(profiles, user, CONFIRM, confirmed_on=today)
    return len(profiles)


def _set_verified(profiles, user, *, verified, action):
    with one_change():
        changing = Profile.objects.select_for_update().filter(pk__in=[profile.pk for profile in profiles])
        changing = list(changing.exclude(verified=verified).order_by("pk"))
        _update(changing, user, action, verified=verified)
        index_profiles([profile.pk for profile in changing])
    return len(changing)


def _update(profiles, user, action, **values):
    Profile.objects.filter(pk__in=[profile.pk for profile in profiles]).update(**values)
    content_changed()
    for profile in profiles:
        log(instance=profile, action=action, user=user)
