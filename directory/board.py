"""Profiles on the translation board: which say nothing in a language, and which say there what is out of date."""

from collections import defaultdict

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from core.board.registry import Action, Cell, Row, Source, State
from directory.models import Profile, ProfileText


class ProfileSource(Source):
    """Every published profile that says something. All its languages are written in one form."""

    name = "profiles"

    def rows(self, user):
        if not _may_change(user):
            return []
        texts, drafts = _texts(), _drafts()
        profiles = Profile.objects.filter(live=True).order_by()
        values = profiles.values_list("pk", "name", "original_language", "last_published_at")
        kind = capfirst(str(Profile._meta.verbose_name))
        editor = _editor(0).replace("/0/", "/{}/")
        return [
            Row(self.name, str(pk), name, kind, language, changed, _cells(language, texts[pk], drafts[pk], editor, pk))
            for pk, name, language, changed in values
            if texts[pk]
        ]

    def translate(self, user, key, language):
        return _address(user, key, language)

    def update(self, user, key, language):
        return _address(user, key, language)


def _texts():
    """{profile: {language: (digest, translates)}} of the published texts that say more than a name."""
    said = ProfileText.objects.filter(profile__live=True).exclude(summary="", story="").order_by()
    found = defaultdict(dict)
    for pk, language, digest, translates in said.values_list("profile", "language", "digest", "translates"):
        found[pk][language] = (digest, translates)
    return found


def _drafts():
    """{profile: languages in which its unpublished draft says something}."""
    changed = Profile.objects.filter(live=True, has_unpublished_changes=True).values("latest_revision")
    found = defaultdict(set)
    for pk, content in Revision.objects.filter(pk__in=changed).values_list("object_id", "content"):
        texts = content.get("texts", [])
        found[int(pk)] = {text["language"] for text in texts if text["summary"] or text["story"]}
    return found


def _cells(original, texts, drafts, editor, pk):
    cells = {}
    for code in dict(settings.LANGUAGES):
        url = f"{editor.format(pk)}#text-{code}"
        if code == original:
            cells[code] = Cell(State.ORIGINAL, url=url)
        elif code in texts:
            said = texts.get(original, ("", ""))[0]
            translates = texts[code][1]
            behind = bool(said and translates and translates != said)
            cells[code] = Cell(State.STALE if behind else State.CURRENT, url=url)
        elif code in drafts:
            cells[code] = Cell(State.DRAFT, url=url)
        else:
            cells[code] = Cell(State.MISSING, action=Action.TRANSLATE)
    return cells


def _address(user, key, language):
    if not _may_change(user):
        raise PermissionDenied
    if not (key.isdecimal() and len(key) < 19 and Profile.objects.filter(pk=key, live=True).exists()):
        raise Http404
    return f"{_editor(key)}#text-{language}"


def _editor(pk):
    return reverse("wagtailsnippets_directory_profile:edit", args=[pk])


def _may_change(user):
    return policy_registry.get_by_type(Profile).user_has_permission(user, "change")
