import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from wagtail.users.models import UserProfile

from members.models import User
from members.services import UnknownLanguage, set_language
from tests.members.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = reverse("wagtailadmin_login")


def test_an_address_is_stored_in_small_letters():
    assert UserFactory(email=" Anna@Example.ORG ").email == "anna@example.org"


def test_an_address_has_one_account_capitals_or_not():
    UserFactory(email="anna@example.org")
    with pytest.raises(IntegrityError):
        UserFactory(email="ANNA@example.org")


@pytest.mark.parametrize("typed", ["anna@example.org", "Anna@Example.org", " anna@example.org "])
def test_people_log_in_with_their_address_capitals_or_not(client, typed):
    user = UserFactory(email="anna@example.org", group="Editors")
    response = client.post(LOGIN, {"username": typed, "password": PASSWORD})
    assert response.url == reverse("wagtailadmin_home")
    assert client.session["_auth_user_id"] == str(user.pk)


def test_the_session_gets_a_new_name_at_login(client):
    UserFactory(email="anna@example.org", group="Editors")
    client.session["before"] = "login"
    session = client.session
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post(LOGIN, {"username": "anna@example.org", "password": PASSWORD})
    assert client.session.session_key != session.session_key


def test_an_account_that_is_not_active_does_not_log_in():
    UserFactory(email="anna@example.org", is_active=False)
    assert authenticate(username="anna@example.org", password=PASSWORD) is None


def test_a_login_leads_to_no_other_site(client):
    UserFactory(email="anna@example.org", group="Editors")
    for target in ("//evil.example", "/\\evil.example", "javascript:alert(1)", "https://evil.example/"):
        client.logout()
        response = client.post(LOGIN, {"username": "anna@example.org", "password": PASSWORD, "next": target})
        assert response.url == reverse("wagtailadmin_home")


def test_the_command_line_makes_an_administrator(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, email="Admin@Example.org", name="Администратор", verbosity=0)
    assert User.objects.get(email="admin@example.org").is_superuser
    assert authenticate(username="admin@example.org", password=PASSWORD)


def test_a_person_is_called_by_name_or_else_by_address():
    assert str(UserFactory(name="Анна Петрова")) == "Анна Петрова"
    assert UserFactory(name="Анна Петрова").get_short_name() == "Анна"
    assert str(UserFactory(name="", email="anna@example.org")) == "anna@example.org"


def test_the_admin_speaks_the_language_of_the_account(client):
    for language, word in [("bg", 'lang="bg"'), ("en", 'lang="en"')]:
        client.force_login(UserFactory(group="Editors", language=language))
        assert word in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_language_of_an_account_and_of_its_admin_are_one():
    user = UserFactory(language="en")
    assert UserProfile.objects.get(user=user).preferred_language == "en"
    set_language(user=user, language="bg")
    assert UserProfile.objects.get(user=user).preferred_language == "bg"
    user.language = "en"
    user.save()
    assert UserProfile.objects.get(user=user).preferred_language == "en"


def test_a_language_that_the_site_does_not_have_is_refused():
    with pytest.raises(UnknownLanguage):
        set_language(user=UserFactory(), language="xx")
