"""Makes two profiles one."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.changes.transactions import content_changed, one_change
from directory.indexing import index_profiles
from directory.models import FormerSlug, Profile, ProfileLink, ProfileText
from directory.signals import profiles_merged

MERGE = "directory.merge"
# What can differ and of which one is taken; each is one decision, whichever columns it has.
FACTS = {
    "kind": ["kind"],
    "stage": ["stage"],
    "founded": ["founded"],
    "theme": ["theme"],
    "place": ["place", "locality", "latitude", "longitude"],
    "website": ["website"],
    "image": ["image"],
    "visibility": ["visibility"],
}
PARTS = ("name", "summary", "story")
TERMS = ("other_themes", "target_groups", "innovation_types", "sdgs")


class NotMergeable(Exception):
    """These two can't become one."""


@dataclass(frozen=True)
class Difference:
    """What both profiles say differently. `key` is the name of a fact, or (language, part) of a text."""

    key: str | tuple
    values: tuple


def differences(first, second):
    """The `Difference`s of which somebody has to choose: those where both say something."""
    values = [_values(first), _values(second)]
    keys = [key for key in values[0] if key in values[1] and values[0][key] != values[1][key]]
    return [Difference(key, (values[0][key], values[1][key])) for key in keys]


def merge_profiles(*, stays, goes, user, taken=()):
    """Make `goes` a part of `stays`, in one transaction; readers who know its addresses find `stays`.

    Where both differ, `stays` keeps what it says, except for the keys in `taken`; what only one of them says and what
    can be more than one is united. It is a new version of `stays`, live if one of both was; the former ones are in its
    history. Apps that point at profiles in ways of their own listen to `profiles_merged`.

    Raises NotMergeable for a profile and itself, and where somebody has deleted one meanwhile.
    """
    with one_change():
        rows = Profile.objects.select_for_update().in_bulk([stays.pk, goes.pk])
        if len(rows) != 2:
            raise NotMergeable(_("Two profiles are needed, and one of these is gone."))
        stays, goes = rows[stays.pk], rows[goes.pk]
        _unite(stays, goes, set(taken))
        _say_what_both_did(stays, goes)
        stays.save()
        revision = stays.save_revision(user=user, clean=False)
        if stays.live or goes.live:
            revision.publish(user=user, skip_permission_checks=True)
        profiles_merged.send(sender=Profile, stays=stays, goes=goes)
        _take_addresses(stays, goes)
        index_profiles([stays.pk])
        content_changed()
        log(instance=stays, action=MERGE, user=user, revision=revision, data={"name": goes.name, "slug": goes.slug})
    return stays


def _values(profile):
    """{key: what `profile` says} without what it doesn't say."""
    values = {}
    for fact, columns in FACTS.items():
        found = tuple(getattr(profile, column) for column in columns)
        if any(value not in (None, "") for value in found):
            values[fact] = found
    for language, said in said_by(profile).items():
        values |= {(language, part): text for part, text in said.items() if text}
    return values


def said_by(profile):
    """{language: {part: text}}; the name stands with the language it is in."""
    said = {text.language: {part: getattr(text, part) for part in PARTS} for text in profile.texts.all()}
    said.setdefault(profile.original_language, dict.fromkeys(PARTS, ""))
    original = said[profile.original_language]
    original["name"] = original["name"] or profile.name
    return said


def _unite(stays, goes, taken):
    own, others = _values(stays), _values(goes)
    united = others | own | {key: others[key] for key in taken if key in others}
    themes = [*stays.other_themes.all(), stays.theme, *goes.other_themes.all(), goes.theme]
    for fact, columns in FACTS.items():
        for column, value in zip(columns, united.get(fact, ()), strict=False):
            setattr(stays, column, value)
    for name in TERMS[1:]:
        setattr(stays, name, _once([*getattr(stays, name).all(), *getattr(goes, name).all()]))
    stays.other_themes = [theme for theme in _once(themes) if theme and theme != stays.theme]
    stays.topics.add(*goes.topics.all())
    urls = {link.url for link in stays.links.all()}
    stays.links.add(*(ProfileLink(url=link.url) for link in goes.links.all() if link.url not in urls))
    _write_texts(stays, {key: text for key, text in united.items() if isinstance(key, tuple)})


def _write_texts(stays, united):
    known = {text.language: text for text in stays.texts.all()}
    texts = []
    for language in dict.fromkeys(language for language, _part in united):
        text = known.get(language) or ProfileText(language=language)
        for part in PARTS:
            setattr(text, part, united.get((language, part), ""))
        if language == stays.original_language:
            stays.name, text.name = text.name, ""
        texts.append(text)
    stays.texts = [text for text in texts if text.name or text.says_something]


def _say_what_both_did(stays, goes):
    stays.verified = stays.verified or goes.verified
    stays.is_demonstration = stays.is_demonstration and goes.is_demonstration
    published = filter(None, (stays.first_published_at, goes.first_published_at))
    stays.first_published_at = min(published, default=None)
    stays.confirmed_on = max(filter(None, (stays.confirmed_on, goes.confirmed_on)), default=None)


def _take_addresses(stays, goes):
    FormerSlug.objects.filter(profile=goes).update(profile=stays)
    slug, was_public = goes.slug, goes.first_published_at
    goes.delete()
    if was_public:
        FormerSlug.objects.get_or_create(slug=slug, defaults={"profile": stays})


def _once(things):
    return list(dict.fromkeys(things))
