import pytest
from django.urls import reverse

from members.models import User
from tests.members.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

URL = reverse("wagtailadmin_account")


@pytest.fixture
def user(client):
    user = UserFactory(email="anna@example.org", name="Анна", group="Editors", language="bg")
    client.force_login(user)
    return user


def posted(**changes):
    return {
        "name_email-name": "Анна",
        "name_email-email": "anna@example.org",
        "locale-preferred_language": "bg",
        "locale-current_time_zone": "",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
    } | changes


def test_the_page_asks_for_one_name(client, user):
    html = client.get(URL).content.decode()
    assert "name_email-name" in html
    assert "first_name" not in html
    assert "last_name" not in html


def test_people_change_their_name_and_address(client, user):
    changes = {"name_email-name": "Анна Петрова", "name_email-email": "A.Petrova@example.org"}
    response = client.post(URL, posted(**changes))
    assert response.status_code == 302
    user.refresh_from_db()
    assert (user.name, user.email) == ("Анна Петрова", "a.petrova@example.org")


def test_the_address_of_another_account_is_refused(client, user):
    UserFactory(email="taken@example.org")
    assert client.post(URL, posted(**{"name_email-email": "TAKEN@example.org"})).status_code == 200
    user.refresh_from_db()
    assert user.email == "anna@example.org"


def test_people_choose_their_language(client, user):
    client.post(URL, posted(**{"locale-preferred_language": "en"}))
    user.refresh_from_db()
    assert (user.language, user.wagtail_userprofile.preferred_language) == ("en", "en")
    assert 'lang="en"' in client.get(URL).content.decode()


def test_people_change_their_password_and_stay_logged_in(client, user):
    change = {
        "password-old_password": PASSWORD,
        "password-new_password1": "nine-threads-5",
        "password-new_password2": "nine-threads-5",
    }
    assert client.post(URL, posted(**change)).status_code == 302
    user.refresh_from_db()
    assert user.check_password("nine-threads-5")
    assert client.get(URL).status_code == 200


def test_a_changed_password_ends_the_other_sessions(client, user):
    assert client.get(URL).status_code == 200
    user.set_password("nine-threads-5")
    user.save()
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("field", ["is_superuser", "is_staff", "groups", "is_active"])
@pytest.mark.parametrize("prefix", ["", "name_email-", "locale-"])
def test_nobody_makes_themselves_more_than_they_are(client, user, field, prefix):
    client.post(URL, posted(**{f"{prefix}{field}": "1"}))
    after = User.objects.get(pk=user.pk)
    assert not after.is_superuser
    assert [group.name for group in after.groups.all()] == ["Editors"]


def test_anonymous_readers_are_led_to_the_login(client):
    assert client.get(URL).url.startswith(reverse("wagtailadmin_login"))
