"""Pages on the translation board."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from core.board.registry import Action, Cell, Row, Source, State
from core.languages.originals import came_from, original_of
from core.models import BasePage

SUBMIT = "wagtail_localize.submit_translation"


class PageSource(Source):
    """Every page once. It is there for whoever may change one of its language versions."""

    name = "pages"

    def rows(self, user):
        editable = set(_editable(user).values_list("pk", flat=True))
        families, links = _families(), _links()
        rows = (
            _row(key, versions, links.get(key, []), editable, user.has_perm(SUBMIT))
            for key, versions in families.items()
            if any(version.pk in editable for version in versions.values())
        )
        return [row for row in rows if row]

    def translate(self, user, key, language):
        original = self._original(user, key)
        locale = get_object_or_404(Locale, language_code=language)
        if not (original.live or original.translated_as_draft) or locale.pk == original.locale_id:
            raise Http404
        source = TranslationSource.objects.get_for_instance_or_none(original)
        if source:  # submitted for another language earlier, with the texts of that day
            source.update_from_db()
        if not original.get_translations().filter(locale=locale, alias_of=None).exists():
            translate_object(original, [locale], user=user)
        return _editor(original.get_translation(locale).pk)

    def update(self, user, key, language):
        original = self._original(user, key)
        target = get_object_or_404(original.get_translations().filter(locale__language_code=language, alias_of=None))
        if not target.permissions_for_user(user).can_edit():
            raise PermissionDenied
        # What its own original is: of a chain of translations, the one before it.
        source = TranslationSource.objects.get_for_instance_or_none(original_of(target.specific))
        if source and source.translations.filter(target_locale=target.locale_id, enabled=True).exists():
            source.update_from_db()
            source.update_target_view_restrictions(target.locale)
        return _editor(target.pk)

    def _original(self, user, key):
        try:
            versions = Page.objects.filter(translation_key=UUID(key), alias_of=None, depth__gt=1)
        except ValueError as error:
            raise Http404 from error
        if not (user.has_perm(SUBMIT) and _editable(user).filter(pk__in=versions.values("pk")).exists()):
            raise PermissionDenied
        first = get_object_or_404(versions.order_by("pk")[:1]).specific
        while (original := original_of(first)) is not None:
            first = original
        return first


@dataclass(frozen=True)
class Version:
    """What the board needs to know about a page in one language."""

    pk: int
    key: UUID
    locale: int
    language: str
    app: str
    model: str
    title: str
    live: bool
    saved_at: datetime | None
    changed_at: datetime | None
    digest: str | None
    translates: str | None
    original_digest: str | None


def _families():
    """{translation key: {locale: Version}} with one query."""
    values = ("pk", "translation_key", "locale", "locale__language_code", "content_type__app_label")
    values += ("content_type__model", "draft_title", "live", "latest_revision_created_at")
    values += ("published_texts__changed_at", "published_texts__digest", "published_texts__translates")
    pages = Page.objects.filter(depth__gt=1, alias_of=None, locale__language_code__in=dict(settings.LANGUAGES))
    found = defaultdict(dict)
    for row in pages.order_by().values_list(*values, F("published_texts__original__published_texts__digest")):
        version = Version(*row)
        found[version.key][version.locale] = version
    return found


def _links():
    """{translation key: what wagtail-localize knows of its translations, those first that count} with one query."""
    rows = Translation.objects.order_by("-enabled", "pk").values_list(
        "source__object_id", "target_locale", "source__locale", "source__last_updated_at", "enabled"
    )
    found = defaultdict(list)
    for key, *link in rows:
        found[key].append(link)
    return found


def _row(key, versions, links, editable, may_submit):
    origins = came_from((target, source) for target, source, _submitted, _enabled in links)
    originals = [version for locale, version in versions.items() if locale not in origins]
    if not originals:
        return None
    original = next((page for page in originals if page.language == settings.LANGUAGE_CODE), originals[0])
    model = _model(original)
    if model is None or not (original.live or len(versions) > 1):
        return None
    behind = {
        target
        for target, source, submitted, enabled in links
        if enabled and source in versions and _changed_after(versions[source], submitted)
    }
    by_language = {version.language: version for version in versions.values()}
    cells = {}
    for code in dict(settings.LANGUAGES):
        version = by_language.get(code)
        if version is None:
            may = may_submit and original.live
            cells[code] = Cell(State.MISSING, action=Action.TRANSLATE if may else None)
        elif version is original:
            cells[code] = Cell(State.ORIGINAL, url=_editor(version.pk) if version.pk in editable else "")
        else:
            cells[code] = _cell(version, version.locale in behind, version.pk in editable, may_submit)
    kind = capfirst(str(model._meta.verbose_name))
    changed_at = original.changed_at or original.saved_at
    return Row(PageSource.name, str(key), original.title, kind, original.language, changed_at, cells)


def _changed_after(version, moment):
    return bool(version.changed_at and version.changed_at > moment)


def _cell(version, behind, may_edit, may_submit):
    """Of a translation. `behind` says that wagtail-localize doesn't know the newest texts of its original."""
    action = Action.UPDATE if behind and may_edit and may_submit else None
    url = _editor(version.pk) if may_edit else ""
    if not version.live:
        return Cell(State.DRAFT, url=url, action=action, behind=behind)
    current = version.translates and version.translates == version.original_digest
    return Cell(State.CURRENT, url=url) if current else Cell(State.STALE, url=url, action=action)


def _model(version):
    try:
        model = apps.get_model(version.app, version.model)
    except LookupError:  # of an app that is gone
        return None
    return model if issubclass(model, BasePage) else None


def _editable(user):
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change").filter(depth__gt=1).order_by()


def _editor(pk):
    return reverse("wagtailadmin_pages:edit", args=[pk])
