import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Task, Workflow
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from core.models import Navigation, SiteSettings
from home.models import StandardPage
from members.models import User
from people.models import Person
from taxonomy.models import Place, Term, Topic
from tests.core.factories import StandardPageFactory
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db

RIGHTS = [
    # model, action: who may
    (Person, "add", "Editors Moderators"),
    (Person, "change", "Editors Moderators Translators"),
    (Person, "delete", "Moderators"),
    (Topic, "add", "Editors Moderators"),
    (Topic, "change", "Editors Moderators Translators"),
    (Topic, "delete", "Moderators"),
    (Term, "add", ""),
    (Term, "change", "Editors Moderators Translators"),
    (Term, "delete", ""),
    (Place, "add", ""),
    (Place, "change", "Editors Moderators Translators"),
    (Place, "delete", ""),
    (SiteSettings, "change", "Moderators"),
    (Navigation, "change", "Moderators"),
    (get_image_model(), "add", "Editors Moderators"),
    (get_image_model(), "choose", "Editors Moderators Translators"),
    (User, "change", ""),
    (Workflow, "change", ""),
    (Task, "change", ""),
    (Locale, "change", ""),
    (Collection, "add", ""),
]


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Translators"])
@pytest.mark.parametrize(("model", "action", "groups"), RIGHTS)
def test_each_group_may_do_its_part_and_no_more(group, model, action, groups):
    policy = policy_registry.get_by_type(model)
    assert policy.user_has_permission(UserFactory(group=group), action) is (group in groups.split())


@pytest.mark.parametrize(
    ("group", "adds", "edits", "publishes", "locks"),
    [
        ("Editors", True, True, False, False),
        ("Moderators", True, True, True, True),
        ("Translators", False, True, False, False),
    ],
)
def test_pages_are_written_published_and_translated_by_whom_it_concerns(home_bg, group, adds, edits, publishes, locks):
    rights = Page.objects.get(pk=home_bg.pk).permissions_for_user(UserFactory(group=group))
    assert rights.can_add_subpage() is adds
    assert rights.can_edit() is edits
    assert rights.can_publish() is publishes
    assert rights.can_lock() is locks


@pytest.fixture(params=["Editors", "Moderators", "Translators"])
def member(request, client):
    client.force_login(UserFactory(group=request.param, email="member@example.org"))
    return client


def test_every_group_enters_the_admin(member):
    assert member.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "wagtailusers_users:index",
        "wagtailusers_users:add",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailadmin_workflows:index",
        "wagtailadmin_collections:index",
        "wagtaillocales:index",
    ],
)
def test_nobody_but_administrators_reaches_users_and_the_like(member, address):
    response = member.get(reverse(address))
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_nobody_but_administrators_changes_many_users_at_once(member, action):
    other = UserFactory()
    address = reverse("wagtail_bulk_action", args=["members", "user", action])
    member.post(f"{address}?id={other.pk}", {"role": 1, "mark_as_active": "False"})
    other.refresh_from_db()
    assert other.is_active
    assert not other.groups.exists()


def test_nobody_makes_an_administrator_by_posting_to_a_form_they_do_not_see(member):
    me = User.objects.get(email="member@example.org")
    data = {"email": me.email, "name": "Аз", "language": "bg", "is_active": "on", "is_superuser": "on"}
    member.post(reverse("wagtailusers_users:edit", args=[me.pk]), data)
    me.refresh_from_db()
    assert not me.is_superuser


@pytest.mark.parametrize("name", ["site-settings", "navigation"])
@pytest.mark.parametrize(("group", "status"), [("Editors", 302), ("Translators", 302), ("Moderators", 200)])
def test_only_moderators_reach_the_settings_of_the_site(client, name, group, status):
    client.force_login(UserFactory(group=group))
    assert client.get(reverse(f"{name}:index")).status_code == status
    row = SiteSettings.objects.get(language="bg") if name == "site-settings" else Navigation.objects.get(language="bg")
    assert client.get(reverse(f"{name}:edit", args=[row.pk])).status_code == status


def post_page(client, page, **data):
    body = {"title": page.title, "slug": page.slug, "lead": "Друго.", "body-count": "0", "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0"}  # fmt: skip
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), body | data)


def test_an_editor_submits_and_a_moderator_publishes(client, home_bg):
    page = StandardPageFactory(parent=home_bg, title="Чернова", live=False)
    client.force_login(UserFactory(group="Editors"))
    post_page(client, page, **{"action-publish": "1"})
    page.refresh_from_db()
    assert not page.live
    post_page(client, page, **{"action-submit": "1"})
    page = StandardPage.objects.get(pk=page.pk)
    assert page.workflow_in_progress
    task = page.current_workflow_task_state
    client.force_login(UserFactory(group="Moderators"))
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    client.post(approve, {"comment": ""})
    page.refresh_from_db()
    assert page.live


def test_a_translator_starts_a_translation_that_is_not_published(client, home_bg, home_en):
    page = StandardPageFactory(parent=home_bg, title="За клуба", slug="za-kluba")
    client.force_login(UserFactory(group="Translators"))
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.get(address).status_code == 200
    client.post(address, {"locales": [home_en.locale_id], "select_all": ""})
    translation = Translation.objects.get(source__object_id=page.translation_key)
    translated = translation.get_target_instance()
    assert not translated.live
    assert client.get(reverse("wagtailadmin_pages:edit", args=[translated.pk])).status_code == 200


def test_a_translator_adds_no_page(client, home_bg):
    client.force_login(UserFactory(group="Translators"))
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home_bg.pk])
    client.post(address, {"title": "Нова", "slug": "nova"})
    assert not StandardPage.objects.filter(slug="nova").exists()
