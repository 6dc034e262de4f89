"""The page in the admin where an issue is checked, tried, scheduled and watched."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail_localize.models import StringTranslation, Translation

from mailing.models import Mailing
from newsletters.issues import services
from newsletters.issues.selectors import issue_of, reach_of
from newsletters.issues.versions import examine
from newsletters.models import NewsletterPage
from tests.images.factories import ImageFactory
from tests.members.factories import UserFactory
from tests.newsletters.factories import SubscriptionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    user = UserFactory(group="Moderators")
    client.force_login(user)
    return user


def address(page):
    return reverse("newsletters_send", args=[page.translation_key])


def test_it_says_what_stands_in_the_way_and_whom_it_reaches(client, moderator, news, compose):
    picture = ImageFactory(title="Мост", alt={})
    page = compose(body=[("image", {"image": picture.pk, "alt": "", "caption": ""})])
    SubscriptionFactory(mailing_list=news)
    SubscriptionFactory(mailing_list=news, subscriber__language="en")
    answer = client.get(address(page))
    assert [problem.trouble for problem in answer.context["problems"]] == ["missing_alt", "no_text", "untranslated"]
    assert answer.context["reach"].languages == {"bg": 1, "en": 1}
    client.post(address(page), {"action": "now", "sure": "yes"})
    assert issue_of(page.translation_key) is None


def test_links_that_lead_nowhere_and_what_is_too_large_are_found(compose):
    broken = compose(body=[("text", {"title": "", "text": '<p><a linktype="page" id="99999">тук</a></p>'})])
    assert [problem.trouble for problem in examine(broken.translation_key)[1]] == ["broken_link"]
    large = compose(body=[("text", {"title": "", "text": f"<p>{'дума ' * 12000}</p>"})])
    assert [problem.trouble for problem in examine(large.translation_key)[1]] == ["too_large"]


def test_a_translation_in_which_nothing_is_translated_is_named_and_left_out(compose, home_en):
    page = compose()
    page.copy_for_translation(home_en.locale).save_revision()
    versions, problems = examine(page.translation_key)
    assert list(versions) == ["bg"]
    assert [problem.trouble for problem in problems] == ["unfinished"]


def test_an_issue_is_tried_scheduled_taken_back_and_sent(client, moderator, news, compose, deliver):
    page = compose()
    SubscriptionFactory(mailing_list=news, subscriber__email="maria@example.org")
    client.post(address(page), {"action": "test", "address": "editor@example.org", "language": "bg"})
    assert set(deliver()) == {"editor@example.org"}
    later = timezone.localtime() + timedelta(days=1)
    client.post(address(page), {"action": "schedule", "send_at": later.strftime("%Y-%m-%d %H:%M")})
    mailing = issue_of(page.translation_key).mailing
    assert (mailing.state, abs(mailing.send_at - later) < timedelta(minutes=1)) == ("scheduled", True)
    client.post(address(page), {"action": "unschedule"})
    client.post(address(page), {"action": "now"})
    assert "maria@example.org" not in deliver()
    client.post(address(page), {"action": "now", "sure": "yes"})
    assert "maria@example.org" in deliver()
    answer = client.get(address(page))
    assert answer.context["report"].account.counts["sent"] == 1


def test_a_moment_that_is_over_is_refused(client, moderator, compose):
    page = compose()
    answer = client.post(address(page), {"action": "schedule", "send_at": "2020-01-01 10:00"})
    assert answer.context["schedule_form"].errors["send_at"]
    assert issue_of(page.translation_key) is None


def test_an_issue_is_paused_and_goes_on(client, moderator, news, compose):
    page = compose()
    SubscriptionFactory(mailing_list=news)
    issue = services.schedule(page.translation_key)
    Mailing.objects.filter(pk=issue.mailing_id).update(state=Mailing.State.MATERIALISING)
    states = []
    for action in ("pause", "resume", "cancel", "resume"):
        client.post(address(page), {"action": action})
        states.append(Mailing.objects.get(pk=issue.mailing_id).state)
    assert states == ["paused", "materialising", "cancelled", "cancelled"]


def test_who_may_not_send_sees_no_such_page(client, compose):
    client.force_login(UserFactory(group="Editors"))
    assert client.get(address(compose())).status_code in (302, 403)


def test_editors_see_an_issue_as_page_mail_and_text(rf, compose):
    page = compose(title="Новини")
    shown = {mode: page.make_preview_request(preview_mode=mode) for mode, _label in page.preview_modes}
    assert "Здравейте! Ето новините." in shown[""].rendered_content
    assert "prefers-color-scheme" in shown["mail"].text
    assert "prefers-color-scheme" not in shown["mail-dark"].text
    assert shown["text"]["Content-Type"].startswith("text/plain")


def test_the_list_of_issues_shows_how_each_stands(client, moderator, compose):
    page = compose()
    services.schedule(page.translation_key, send_at=timezone.now() + timedelta(days=1))
    answer = client.get(reverse("issues:index"))
    assert address(page) in answer.text


def test_the_archive_lists_what_was_published_and_shows_it_as_it_was_sent(client, news, compose, deliver):
    page = compose(title="Брой за архива")
    assert "Брой за архива" not in client.get(page.get_parent().url).text
    services.schedule(page.translation_key)
    deliver()
    assert "Брой за архива" in client.get(page.get_parent().url).text
    shown = client.get(page.url).text
    assert "Здравейте! Ето новините." in shown
    assert reach_of(page).total == 0


def test_a_new_issue_goes_to_the_list_of_the_last_one_and_is_addressed_by_its_title(
    client, moderator, archive, compose
):
    url = reverse("wagtailadmin_pages:add", args=["newsletters", "newsletterpage", archive.pk])
    page = compose()
    form = client.get(url).context["form"]
    assert form["mailing_list"].value() == page.mailing_list_id
    assert form.fields["title"].widget.attrs["data-w-sync-target-value"] == "#id_slug"


def test_saving_leads_to_the_checks_where_asked_to(client, moderator, compose):
    page = compose()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = client.get(url).context["form"]
    data = nested_form_data({"title": "Друго", "slug": page.slug, "summary": "", "body": streamfield([])})
    data |= {"mailing_list": page.mailing_list_id, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    assert "action-check" in client.get(url).text
    assert form.instance.pk == page.pk
    assert client.post(url, data | {"action-check": "1"}).headers["Location"] == address(page)


def test_a_draft_is_translated_from_its_checks_and_leaves_in_both_languages_unpublished(client, news, compose, home_en):
    moderator = UserFactory(group="Moderators")
    moderator.groups.add(Group.objects.get(name="Translators"))
    client.force_login(moderator)
    page = compose(title="Брой")
    answer = client.post(address(page), {"action": "translate", "language": "en"})
    assert "/edit/" in answer.headers["Location"]
    assert [problem.trouble for problem in examine(page.translation_key)[1]] == ["unfinished"]
    translation = Translation.objects.get(source__object_id=page.translation_key)
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=home_en.locale,
            data=f"English: {segment.string.data}",
        )
    versions, problems = examine(page.translation_key)
    assert problems == []
    assert versions["en"].page.title == "English: Брой"
    assert not NewsletterPage.objects.filter(translation_key=page.translation_key, live=True).exists()
