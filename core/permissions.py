"""Who may do what in the admin, beyond Wagtail's policies."""

from wagtail.permission_policies import ModelPermissionPolicy


class NobodyAddsPolicy(ModelPermissionPolicy):
    """For rows that come to be by themselves: nobody adds one by hand, administrators included."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(set(actions) - {"add"})


class FixedRowsPolicy(ModelPermissionPolicy):
    """For rows that the program keeps: they are changed, but nobody adds or deletes one, administrators included."""

    FIXED = frozenset({"add", "delete"})

    def user_has_permission(self, user, action):
        return action not in self.FIXED and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(set(actions) - self.FIXED)
