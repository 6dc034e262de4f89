"""The admin's management of users."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.users.views import users

from members.forms import UserCreationForm, UserEditForm
from members.models import User

ROLE_FIELDS = frozenset({"is_superuser", "groups"})


class UserIndexView(users.IndexView):
    search_fields = ("email", "name")

    @property
    def columns(self):
        columns = super().columns
        for column in columns:
            if column.name == "name":
                column.sort_key = "name"
            if column.name == User.USERNAME_FIELD:
                column.label = _("E-mail")
        return columns

    def order_queryset(self, queryset):
        if self.ordering in ("name", "-name"):
            return queryset.order_by(self.ordering)
        return super().order_queryset(queryset)


class AccountFormMixin:
    """Only administrators make administrators."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["account_fields"] = [field for field in context["form"] if field.name not in ROLE_FIELDS]
        return context


class UserCreateView(AccountFormMixin, users.CreateView):
    pass


class UserEditView(AccountFormMixin, users.EditView):
    def dispatch(self, request, *args, **kwargs):
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(users.UserViewSet):
    index_view_class = UserIndexView
    add_view_class = UserCreateView
    edit_view_class = UserEditView

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm
