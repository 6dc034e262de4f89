import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from members.models import User
from tests.members.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(UserFactory(is_superuser=True, email="admin@example.org", name="Администратор"))
    return client


def url(view, *args):
    return reverse(f"wagtailusers_users:{view}", args=args)


def posted(**changes):
    return {"email": "Anna@Example.org", "name": "Анна", "language": "en"} | changes


PASSWORDS = {"password1": PASSWORD, "password2": PASSWORD}


def listed(response):
    return [user.email for user in response.context["users"]]


def test_users_are_listed_sorted_and_searched(administrator):
    UserFactory(email="anna@example.org", name="Яна")
    UserFactory(email="boris@example.org", name="Борис")
    assert listed(administrator.get(url("index"))) == ["admin@example.org", "anna@example.org", "boris@example.org"]
    by_name = administrator.get(url("index"), {"ordering": "-name"})
    assert listed(by_name) == ["anna@example.org", "boris@example.org", "admin@example.org"]
    assert listed(administrator.get(url("index"), {"q": "Яна"})) == ["anna@example.org"]
    assert listed(administrator.get(url("index_results"), {"q": "BORIS"})) == ["boris@example.org"]


def test_users_are_filtered_by_group(administrator):
    UserFactory(email="anna@example.org", group="Translators")
    group = Group.objects.get(name="Translators")
    assert listed(administrator.get(url("index"), {"group": group.pk})) == ["anna@example.org"]


def test_a_user_is_added(administrator):
    html = administrator.get(url("add")).content.decode()
    assert "first_name" not in html
    group = Group.objects.get(name="Editors")
    response = administrator.post(url("add"), posted(groups=[group.pk], **PASSWORDS))
    assert response.status_code == 302, response.context["form"].errors
    user = User.objects.get(email="anna@example.org")
    assert (user.name, user.language, user.wagtail_userprofile.preferred_language) == ("Анна", "en", "en")
    assert user.check_password(PASSWORD)
    assert list(user.groups.all()) == [group]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "ADMIN@example.org"}, "email"),
        ({"email": "nobody"}, "email"),
        ({"name": ""}, "name"),
        ({"language": "xx"}, "language"),
        ({"password1": "12345678", "password2": "12345678"}, "password2"),
        ({"password2": "other-password-1"}, "password2"),
    ],
)
def test_a_user_with_a_mistake_is_not_added(administrator, change, field):
    response = administrator.post(url("add"), posted(**PASSWORDS | change))
    assert field in response.context["form"].errors
    assert User.objects.count() == 1


def test_a_user_is_changed_and_keeps_the_password(administrator):
    user = UserFactory(email="anna@example.org", language="bg")
    assert administrator.get(url("edit", user.pk)).status_code == 200
    response = administrator.post(url("edit", user.pk), posted(name="Анна Петрова", is_active="on"))
    assert response.status_code == 302, response.context["form"].errors
    user.refresh_from_db()
    assert (user.name, user.language, user.is_active) == ("Анна Петрова", "en", True)
    assert user.check_password(PASSWORD)


def test_a_user_is_deleted_and_has_a_history(administrator):
    user = UserFactory()
    assert administrator.get(url("history", user.pk)).status_code == 200
    assert administrator.get(url("delete", user.pk)).status_code == 200
    administrator.post(url("delete", user.pk))
    assert not User.objects.filter(pk=user.pk).exists()


def bulk(client, action, *users, **data):
    address = reverse("wagtail_bulk_action", args=["members", "user", action])
    ids = "&".join(f"id={user.pk}" for user in users)
    assert client.get(f"{address}?{ids}").status_code == 200
    return client.post(f"{address}?{ids}", data)


def test_many_users_get_a_role_are_put_to_rest_and_deleted_at_once(administrator):
    users = [UserFactory(), UserFactory()]
    group = Group.objects.get(name="Translators")
    bulk(administrator, "assign_role", *users, role=group.pk)
    assert set(group.user_set.all()) == set(users)
    bulk(administrator, "set_active_state", *users, mark_as_active="False")
    assert User.objects.filter(is_active=False).count() == 2
    bulk(administrator, "delete", *users)
    assert User.objects.count() == 1


@pytest.fixture
def manager(client):
    """Somebody who manages users and is no administrator."""
    user = UserFactory(group="Editors", email="manager@example.org")
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="members", content_type__model="user"))
    client.force_login(user)
    return client


def test_only_administrators_make_administrators(manager):
    manager.post(url("add"), posted(is_superuser="on", **PASSWORDS))
    assert not User.objects.get(email="anna@example.org").is_superuser
    user = UserFactory()
    manager.post(url("edit", user.pk), posted(email=user.email, is_active="on", is_superuser="on"))
    user.refresh_from_db()
    assert user.name == "Анна"
    assert not user.is_superuser


def test_only_administrators_change_administrators(manager):
    administrator = UserFactory(is_superuser=True)
    manager.post(url("edit", administrator.pk), posted(is_active="on", password1="x-y-z-1234", password2="x-y-z-1234"))
    administrator.refresh_from_db()
    assert administrator.check_password(PASSWORD)
    assert administrator.email != "anna@example.org"
