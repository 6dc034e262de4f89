"""Changing accounts."""

from django.conf import settings
from wagtail.users.models import UserProfile


class UnknownLanguage(Exception):
    """The site doesn't speak this language."""


def set_language(*, user, language):
    """Make `language` (a code) the one that the site and its admin speak to this person in.

    Raises UnknownLanguage for a language that the site doesn't have.
    """
    if language not in dict(settings.LANGUAGES):
        raise UnknownLanguage(language)
    user.language = language
    user.save(update_fields=["language"])
    keep_admin_language(user=user)


def keep_admin_language(*, user):
    """Let Wagtail's profile of `user` say what the account says; nothing else decides the admin's language."""
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": user.language})
