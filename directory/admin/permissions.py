"""Who may do what with profiles."""

from django.core.exceptions import PermissionDenied
from wagtail.permissions import policy_registry

from directory.models import Profile


def may(user, *actions):
    """Whether `user` may do all of `actions` ("change", "publish" …) with profiles."""
    policy = policy_registry.get_by_type(Profile)
    return all(policy.user_has_permission(user, action) for action in actions)


class Only:
    """Mixin of views: for whoever may do all of `allowed` with profiles."""

    allowed = ("change",)

    def dispatch(self, request, *args, **kwargs):
        if not may(request.user, *self.allowed):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
