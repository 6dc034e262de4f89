"""A Bulgarian editor meets no English on the screens of daily work."""

import json

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupApprovalTask, Workflow
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import TranslationSource

from tests.core.factories import StandardPageFactory, translate
from tests.core.overlay.english import english_of
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = UserFactory(is_superuser=True, language="bg", name="Иван Иванов")
    client.force_login(user)
    return user


@pytest.fixture
def page(home_bg, editor):
    """A page that was published, has a draft and waits for moderation."""
    page = StandardPageFactory(parent=home_bg, title="За нас")
    page.title = "За нас отново"
    page.save_revision(user=editor, log_action=True)
    Workflow.objects.get().start(page, editor)
    return page


@pytest.fixture
def translated(page):
    """Its English translation, a draft that wagtail-localize's editor opens."""
    translate(page.get_parent().specific, "en", {page.get_parent().title: "Начало"})
    return translate(page, "en", {page.title: "За нас"}, live=False)


@pytest.fixture
def image(editor):
    return get_image_model().objects.create(title="Снимка", file=get_test_image_file(size=(64, 48)))


@pytest.fixture
def read(client):
    """Return what is English on the screens of some addresses, each of which must open."""

    def english(*addresses):
        found = {}
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, address
            html = answer.content.decode()
            if answer["Content-Type"].startswith("application/json"):
                html = json.loads(html)["html"]
            if texts := english_of(html):
                found[address] = texts
        return found

    return english


def of_page(page, *names):
    return [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in names]


def test_english_is_noticed():
    html = (
        '<p>Save draft</p><p title="Page types"></p><p>Delete 3 pages</p><p>Ред</p><input type="submit" value="Search">'
    )
    assert english_of(html) == ["Save draft", "Delete 3 pages", "Page types", "Search"]


@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_password_reset"])
def test_login(read, home_bg, name):
    assert read(reverse(name)) == {}


def test_a_refused_login(client, home_bg):
    answer = client.post(reverse("wagtailadmin_login"), {"username": "a@example.org", "password": "wrong"})
    assert english_of(answer.content.decode()) == []


def test_dashboard(read, page):
    assert read(reverse("wagtailadmin_home")) == {}


def test_explorer(read, page):
    addresses = [reverse("wagtailadmin_explore", args=[page.get_parent().pk]), reverse("wagtailadmin_explore_root")]
    narrowed = [addresses[0] + "?q=нас", addresses[0] + "?has_child_pages=false", addresses[0] + "?q=няма"]
    narrowed.append(addresses[0] + "?q=нас&has_child_pages=false")
    assert read(*addresses, *narrowed, reverse("wagtailadmin_pages:search") + "?q=нас") == {}


def test_creating_a_page(read, home_bg, editor):
    create = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home_bg.pk])
    assert read(*of_page(home_bg, "add_subpage"), create) == {}


def test_editing_a_page(read, page):
    assert read(*of_page(page, "edit", "copy", "move", "delete", "unpublish", "set_privacy")) == {}


def test_a_page_that_cannot_be_saved(client, page):
    [edit] = of_page(page, "edit")
    form = {"title": "", "slug": "??", "body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    answer = client.post(edit, form)
    assert "грешки в полетата" in answer.content.decode()
    assert english_of(answer.content.decode()) == []


def test_history_and_usage(read, page):
    assert read(*of_page(page, "history", "workflow_history", "usage")) == {}


def test_moderation(read, page):
    task = page.current_workflow_task_state.pk
    actions = [
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task]) for action in ("approve", "reject")
    ]
    workflows = [reverse(f"wagtailadmin_workflows:{name}") for name in ("index", "task_index", "add")]
    workflow = reverse("wagtailadmin_workflows:edit", args=[Workflow.objects.get().pk])
    step = reverse("wagtailadmin_workflows:edit_task", args=[GroupApprovalTask.objects.get().pk])
    assert read(*actions, *workflows, workflow, step) == {}


@pytest.mark.parametrize(
    "report",
    ["locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage"],
)
def test_reports(read, page, report):
    assert read(reverse(f"wagtailadmin_reports:{report}")) == {}


def test_images(read, image):
    of_image = [reverse(f"wagtailimages:{name}", args=[image.pk]) for name in ("edit", "delete", "image_usage")]
    assert read(*(reverse(f"wagtailimages:{name}") for name in ("index", "add", "add_multiple")), *of_image) == {}


def test_documents(read, editor):
    assert read(*(reverse(f"wagtaildocs:{name}") for name in ("index", "add", "add_multiple"))) == {}


def test_choosers(read, page, image):
    links = ("page", "page_external_link", "page_email_link", "page_phone_link", "page_anchor_link")
    addresses = [reverse(f"wagtailadmin_choose_{name}") for name in links]
    several = reverse("wagtailimages_chooser:choose") + "?multiple=1"
    size = reverse("wagtailimages_chooser:select_format", args=[image.pk])
    files = [reverse(name) for name in ("wagtailimages_chooser:choose", "wagtaildocs_chooser:choose")]
    assert read(*addresses, *files, several, size, reverse("wagtailembeds:chooser")) == {}


def test_snippets(read, editor):
    addresses = []
    for model in get_snippet_models():
        name = model.snippet_viewset.get_url_name
        addresses.append(reverse(name("list")))
        addresses.append(reverse(name("add")))
        if row := model.objects.first():
            addresses += [reverse(name(view), args=[row.pk]) for view in ("edit", "delete", "history", "usage")]
    assert addresses
    assert read(*addresses) == {}


def test_translating(read, translated):
    source = TranslationSource.objects.first().pk
    home = translated.get_parent()
    addresses = [
        reverse("wagtail_localize:submit_page_translation", args=[StandardPageFactory(parent=home).pk]),
        reverse("wagtail_localize:update_translations", args=[source]),
        reverse("wagtail_localize:translations_report"),
    ]
    assert read(*addresses, *of_page(translated, "edit")) == {}
