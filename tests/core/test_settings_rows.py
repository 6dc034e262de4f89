import pytest
from django.apps import apps
from django.urls import reverse

from core.models import Navigation, SiteSettings
from core.signals import keep_rows
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [SiteSettings, Navigation])
def test_every_language_has_its_row_after_a_migration(model):
    assert set(model.objects.values_list("language", flat=True)) == {"bg", "en"}


def test_a_language_added_to_the_settings_gets_its_rows_with_the_next_migration(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("de", "German")]
    keep_rows(sender=apps.get_app_config("core"))
    assert SiteSettings.objects.filter(language="de").count() == 1
    assert Navigation.objects.filter(language="de").count() == 1


def test_the_row_of_the_source_language_stands_in_for_a_missing_one():
    SiteSettings.objects.filter(language="en").delete()
    SiteSettings.objects.filter(language="bg").update(name="Клуб")
    assert SiteSettings.for_language("en").name == "Клуб"


def test_without_any_row_there_are_defaults():
    SiteSettings.objects.all().delete()
    assert SiteSettings.for_language("en").name == "Social Innovation Club"


@pytest.fixture
def moderator(client):
    client.force_login(UserFactory(group="Moderators"))
    return client


@pytest.mark.parametrize("name", ["site-settings", "navigation"])
def test_the_admin_lists_one_row_a_language_and_offers_to_add_none(moderator, name):
    page = moderator.get(reverse(f"{name}:index"))
    assert page.status_code == 200
    assert len(page.context["object_list"]) == 2
    assert reverse(f"{name}:add") not in page.content.decode()


@pytest.mark.parametrize("group", ["Moderators", None])
def test_nobody_adds_or_deletes_a_row(client, group):
    client.force_login(UserFactory(group=group) if group else UserFactory(is_superuser=True))
    row = SiteSettings.objects.get(language="en")
    client.post(reverse("site-settings:add"), {"name": "Трети"})
    client.post(reverse("site-settings:delete", args=[row.pk]))
    assert SiteSettings.objects.count() == 2


def test_settings_are_changed_in_the_admin(moderator):
    row = SiteSettings.objects.get(language="en")
    data = {
        "name": "Club", "tagline": "", "organisation": "", "address": "", "email": "", "phone": "",
        "funding_statement": "", "funding_disclaimer": "", "footer_note": "",
        "social_links-count": "1", "social_links-0-deleted": "", "social_links-0-order": "0",
        "social_links-0-type": "link", "social_links-0-value-label": "Facebook",
        "social_links-0-value-url": "https://facebook.example/club",
    }  # fmt: skip
    response = moderator.post(reverse("site-settings:edit", args=[row.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    row.refresh_from_db()
    assert row.name == "Club"
    assert [block.value["label"] for block in row.social_links] == ["Facebook"]
