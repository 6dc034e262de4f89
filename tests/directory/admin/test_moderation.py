"""From an editor's draft to what readers see: submitting, the queue, comparing, deciding."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from directory.models import Entry, Profile
from tests.directory.admin.conftest import save, url
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db

QUEUE = "directory_waiting:index"


def review(profile):
    return reverse("directory_waiting:review", args=[profile.pk])


@pytest.fixture
def submitted(log_in):
    """A published profile of which an editor submitted a change."""
    profile = ProfileFactory(name="Ателие", texts={"bg": "Шием дрехи.", "en": "We sew."})
    sent = {"name_bg": "Ателие", "summary_bg": "Шием палатки.", "summary_en": "We sew.", "founded": "2020"}
    assert save(log_in("Editors"), profile, action="submit", **sent).status_code == 302
    return Profile.objects.get(pk=profile.pk)


def test_an_editor_submits_and_a_moderator_approves_from_the_queue(submitted, log_in):
    assert submitted.workflow_in_progress
    assert Entry.objects.get(language="bg").profile.texts.get(language="bg").summary == "Шием дрехи."
    moderator = log_in("Moderators")
    page = BeautifulSoup(moderator.get(review(submitted)).content, "html.parser")
    approve = next(button["formaction"] for button in page.select("button[formaction]") if "approve" in str(button))
    response = moderator.post(approve, {"comment": "Добре.", "next": reverse(QUEUE)})
    assert response.url == reverse(QUEUE)
    profile = Profile.objects.get()
    assert (profile.founded, profile.texts.get(language="bg").summary) == (2020, "Шием палатки.")
    assert not profile.workflow_in_progress


def test_a_rejected_change_stays_a_draft(submitted, log_in):
    moderator = log_in("Moderators")
    state = submitted.current_workflow_task_state
    moderator.post(url("workflow_action", submitted.pk, "reject", state.pk), {"comment": "Още."})
    profile = Profile.objects.get()
    assert profile.founded is None
    assert profile.has_unpublished_changes


def test_the_queue_says_who_changed_what_and_what_was_submitted_stands_first(submitted, log_in):
    ProfileFactory(name="Недовършен", live=False)
    ProfileFactory(name="Готов")
    response = log_in("Moderators").get(reverse(QUEUE))
    rows = response.context["found"]
    assert [row.profile.name for row in rows] == ["Ателие", "Недовършен"]
    assert rows[0].changed == ["Bulgarian: summary", "Founded in"]
    assert str(submitted.latest_revision.user) in response.content.decode()


def test_the_review_marks_what_went_and_what_came_by_elements(submitted, log_in):
    page = BeautifulSoup(log_in("Moderators", "bg").get(review(submitted)).content, "html.parser")
    lines = {line.dt.get_text(): line.dd for line in page.select(".review__line")}
    assert set(lines) == {"Български: резюме", "Основано през"}
    assert lines["Български: резюме"].find("del").get_text() == "дрехи."
    assert lines["Български: резюме"].find("ins").get_text() == "палатки."
    assert lines["Основано през"].get_text(strip=True) == "2020"


def test_markup_in_a_change_is_shown_as_text(log_in):
    profile = ProfileFactory(texts={"bg": "Стар."})
    save(log_in("Editors"), profile, name_bg=profile.name, summary_bg="<ins onclick=alert(1)>Нов.")
    html = log_in("Moderators").get(review(profile)).content.decode()
    assert "<ins onclick" not in html


def test_what_was_never_public_is_shown_whole_and_published_from_the_queue(moderator):
    profile = ProfileFactory(name="Нов", live=False, theme="climate")
    page = BeautifulSoup(moderator.get(review(profile)).content, "html.parser")
    assert "Учим занаят." in [inserted.get_text() for inserted in page.select(".review ins")]
    response = moderator.post(page.select_one("form[action*=publish]")["action"])
    assert response.status_code == 302
    assert Entry.objects.filter(profile=profile).count() == 2


def test_a_draft_that_was_changed_meanwhile_is_not_published_unseen(moderator):
    profile = ProfileFactory(live=False)
    address = reverse("directory_waiting:publish", args=[profile.pk, profile.latest_revision_id])
    profile.save_revision()
    assert moderator.post(address).url == review(profile)
    assert not Profile.objects.get().live


def test_a_draft_that_is_not_complete_is_not_published(moderator):
    profile = ProfileFactory(live=False, website="javascript:alert(1)")
    address = reverse("directory_waiting:publish", args=[profile.pk, profile.latest_revision_id])
    assert moderator.post(address).url == url("edit", profile.pk)
    assert not Profile.objects.get().live


def test_editors_see_the_queue_and_decide_nothing(editor):
    profile = ProfileFactory(live=False)
    html = editor.get(review(profile)).content.decode()
    address = reverse("directory_waiting:publish", args=[profile.pk, profile.latest_revision_id])
    assert address not in html
    editor.post(address)
    save(editor, profile, action="publish", name_bg="Без право")
    assert not Profile.objects.get().live


def test_who_may_not_change_profiles_sees_nothing_of_them(client, home_bg):
    profile = ProfileFactory(live=False)
    client.force_login(UserFactory())
    for address in (reverse(QUEUE), review(profile), url("list"), url("edit", profile.pk)):
        assert client.get(address).status_code == 302


def test_the_queue_asks_as_many_questions_however_much_waits(moderator, django_assert_max_num_queries):
    ProfileFactory(live=False)
    moderator.get(reverse(QUEUE))
    with django_assert_max_num_queries(25) as few:
        moderator.get(reverse(QUEUE))
    most = len(few.captured_queries)
    for _number in range(8):
        ProfileFactory(live=False)
    moderator.get(reverse(QUEUE))  # what the site remembers is built anew after each change
    with django_assert_max_num_queries(most):
        moderator.get(reverse(QUEUE))


def test_drafts_and_what_is_scheduled_stand_on_the_dashboard(log_in):
    client = log_in("Moderators", "bg")
    save(client, None, name_bg="Недописан")
    later = timezone.now() + timedelta(days=2)
    profile = ProfileFactory(name="Насрочен", live=False, go_live_at=later)
    profile.save_revision(clean=False, approved_go_live_at=later)
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert "Недописан" in page.select_one("#my-drafts-section").get_text()
    assert "Насрочен" in page.select_one("#scheduled-section").get_text()


def test_what_an_editor_submitted_waits_on_the_dashboard_of_moderators(submitted, log_in):
    html = log_in("Moderators").get(reverse("wagtailadmin_home")).content.decode()
    assert url("workflow_action", submitted.pk, "approve", submitted.current_workflow_task_state.pk) in html
