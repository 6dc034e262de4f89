"""Which address and picture of a profile others are told."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from directory.models import Profile
from images.sharing import shared_picture
from images.social import Subject

KIND = "profile"


def canonical_language(language, text_language, original_language):
    """In which language search engines should know the page that a reader of `language` sees.

    In that one if the profile says something in it; else there is nothing on the page that the original's hasn't.
    """
    known = dict(settings.LANGUAGES)
    candidates = [language if text_language == language else "", original_language, text_language]
    return next((code for code in candidates if code in known), settings.LANGUAGE_CODE)


def address_in(language, slug):
    """The relative address of a profile in `language`."""
    with override(language):
        return reverse("directory_profile", args=[slug])


def picture_of(profile, language, address):
    """The `SharedPicture` of a profile whose page in `language` is at the absolute `address`."""
    return shared_picture(_subject(profile, language), address, profile.image)


def find_subject(pk, language):
    """The subject of a published profile, for `images.social.register_subjects`."""
    profile = Profile.objects.live().select_related("theme").prefetch_related("texts").filter(pk=pk).first()
    return profile and _subject(profile, language)


def _subject(profile, language):
    return Subject(KIND, profile.pk, profile.slug, profile.hue, profile.name_in(language)[0], language)
