"""The pages of an issue: its latest draft in each language, and what is wrong with them."""

from dataclasses import dataclass, field

from django.db.models import Count

from core.languages.copies import is_untranslated_copy
from core.languages.guards import is_unfinished
from newsletters.issues.archive import last_sent
from newsletters.issues.gathering import gather
from newsletters.issues.letters import letter
from newsletters.issues.problems import Problem, Trouble
from newsletters.models import NewsletterPage, Subscription

MOST_KB = 100


@dataclass
class Version:
    """What an issue says in one language; `page` is its latest draft."""

    page: NewsletterPage
    revision: object
    content: dict
    wording: object
    problems: list = field(default_factory=list)


def pages_of(key):
    """{language: page} of an issue, as they stand in the tree."""
    pages = NewsletterPage.objects.filter(translation_key=key, alias_of=None).select_related("locale")
    return {page.language: page for page in pages}


def is_ready(page, revision):
    """Whether a version is translated so far that it may go to its readers."""
    return page.live or not (is_untranslated_copy(revision.as_object()) or is_unfinished(page, revision))


def version_of(page, revision):
    """The `Version` of a page with everything that is wrong with it."""
    draft = revision.as_object()
    content, problems = gather(draft, since=last_sent(draft))
    wording = letter(content, mailing_list=draft.mailing_list, archive_url=page.url or "")
    version = Version(draft, revision, content, wording, problems)
    kilobytes = len(wording.html.encode()) / 1000
    if kilobytes > MOST_KB:
        problems.append(Problem(Trouble.TOO_LARGE, page.language, f"{kilobytes:.0f}"))
    return version


def examine(key):
    """(versions by language, problems) of an issue as it would leave now."""
    versions, problems = {}, []
    for language, page in pages_of(key).items():
        revision = page.get_latest_revision()
        if revision and is_ready(page, revision):
            versions[language] = version_of(page, revision)
        else:
            problems.append(Problem(Trouble.UNFINISHED, language))
    for version in versions.values():
        problems += version.problems
    mailing_list = next((one.page.mailing_list for one in versions.values()), None)
    if mailing_list is None:
        return versions, [Problem(Trouble.NO_LIST), *problems]
    default = mailing_list.default_language
    if default not in versions:
        problems.insert(0, Problem(Trouble.NO_VERSION, default))
    problems += _left_to_the_default(mailing_list, versions, {one.language for one in problems})
    return versions, problems


def _left_to_the_default(mailing_list, versions, named):
    """A warning for each language that subscribers read and the issue doesn't speak."""
    readers = Subscription.objects.confirmed().filter(mailing_list=mailing_list).order_by()
    for language, count in readers.values_list("language").annotate(count=Count("pk")):
        if language not in versions and language not in named:
            yield Problem(Trouble.UNTRANSLATED, language, other=mailing_list.default_language, count=count)
