"""Fill the site that the browser tests look at. Run in a process of its own, with `tests.browser.settings`."""

import datetime
import json

import django

PASSWORD = "a-password-only-for-tests"
EDITOR = ("editor@example.org", PASSWORD)
# By what they do: whoever has a role in each language of the admin belongs to these groups.
ROLES = {"writer": ["Editors"], "moderator": ["Moderators"]}
LONELY_POST = "samo-na-balgarski"
ISSUE_THAT_LEAVES = "klubat-otvori-vrati"


def address_of(role, language):
    """The login of who has one of the ROLES and reads the admin in `language`."""
    return f"{role}-{language}@example.org"


def main():
    """Migrate, collect static files, seed the demonstration, add what only tests need."""
    from django.core.management import call_command

    for command in ("compile_catalogues", "migrate", "seed_demo"):
        call_command(command, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    _add_editor()
    _add_roles()
    _add_post_without_translation()
    _add_profile_with_a_long_name()
    _add_issue_that_is_leaving()
    call_command("rebuild_search", verbosity=0)


def _add_editor():
    from members.models import User

    User.objects.create_superuser(EDITOR[0], EDITOR[1], name="Ема Редакторова")


def _add_roles():
    from django.contrib.auth.models import Group

    from members.models import User

    for role, groups in ROLES.items():
        for language in ("bg", "en"):
            user = User.objects.create_user(address_of(role, language), PASSWORD, name=role, language=language)
            user.groups.set(Group.objects.filter(name__in=groups))


def _add_post_without_translation():
    from blog.models import BlogIndexPage, BlogPage

    index = BlogIndexPage.objects.get(locale__language_code="bg")
    post = BlogPage(
        title="Новина, която още никой не е превел",
        slug=LONELY_POST,
        lead="Тя стои в списъка на всеки език, отбелязана със своя.",
        date=datetime.date(2020, 1, 1),
        body=json.dumps([{"type": "text", "value": "<p>Текст на български.</p>"}]),
    )
    index.add_child(instance=post)
    post.save_revision().publish()


def _add_profile_with_a_long_name():
    from datetime import timedelta

    from django.utils import timezone

    from directory.models import Profile, ProfileText

    name = (
        "Сдружение за подпомагане на хора с увреждания „Непротивоконституционствувателствувайте“ – клон Велико Търново"
    )
    profile = Profile(name=name, slug="malak", live=False, first_published_at=timezone.now() - timedelta(days=900))
    profile.texts = [ProfileText(language="bg", summary="Само на български.")]
    profile.save()
    profile.save_revision().publish()


def _add_issue_that_is_leaving():
    """Half sent, then held: what failed, bounced and is uncertain stands in its report."""
    from datetime import timedelta

    from django.utils import timezone

    from mailing.bounces.receiving import record_bounce
    from mailing.materialising import materialise
    from mailing.models import Delivery, Mailing
    from newsletters.issues import services
    from newsletters.models import Issue, NewsletterPage

    page = NewsletterPage.objects.get(slug=ISSUE_THAT_LEAVES)
    # The demonstration's history has it as sent long ago.
    long_ago = Issue.objects.get(key=page.translation_key)
    long_ago.delete()
    long_ago.mailing.delete()
    mailing = services.schedule(page.translation_key).mailing
    of_it = Mailing.objects.filter(pk=mailing.pk)
    of_it.update(state=Mailing.State.MATERIALISING)
    mailing.refresh_from_db()
    materialise(mailing)
    of_it.update(state=Mailing.State.PAUSED)
    keys = list(mailing.deliveries.filter(state="pending").order_by("pk").values_list("pk", flat=True))
    for number, key in enumerate(keys[:12]):
        at = timezone.now() - timedelta(minutes=25 * number)
        Delivery.objects.filter(pk=key).update(state="sent", finished_at=at)
    Delivery.objects.filter(pk=keys[0]).update(state="failed", reason="SMTP 550 5.1.1")
    Delivery.objects.filter(pk__in=keys[1:4]).update(state="uncertain", reason="worker lost", finished_at=None)
    record_bounce(Delivery.objects.get(pk=keys[4]), kind="hard")


if __name__ == "__main__":
    django.setup()
    main()
