"""Who sees how mail is doing, and who decides about it."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies import ModelPermissionPolicy

from mailing.models import Mailing

policy = ModelPermissionPolicy(Mailing)


def may_decide(user):
    """Whether `user` may pause mailings and settle what is uncertain."""
    return policy.user_has_permission(user, "change")


def may_see(user):
    """Whether `user` may see the books of mail, with the addresses of what is uncertain."""
    return policy.user_has_any_permission(user, ["view", "change"])


def check_may_decide(request):
    if not may_decide(request.user):
        raise PermissionDenied
