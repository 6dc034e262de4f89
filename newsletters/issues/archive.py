"""Issues in the web archive."""

from django.core.paginator import Paginator
from django.http import Http404

from blog.links import crumbs_to
from core.paging import page_number
from newsletters.issues.gathering import gather
from newsletters.issues.placeholders import for_everybody
from newsletters.models.issues import Issue

PER_PAGE = 20


def archive_of(index, issues, asked):
    """The context of the page `asked` for of `index`: its `issues`, newest first. Raises Http404 beyond them."""
    number = page_number(asked)
    pages = Paginator(issues.published().child_of(index).order_by("-first_published_at", "-pk"), PER_PAGE)
    if number is None or not 1 <= number <= pages.num_pages:
        raise Http404
    part = pages.page(number)
    return {
        "issues": part,
        "newer": f"{index.url}?page={number - 1}" if number > 2 else index.url,
        "older": f"{index.url}?page={number + 1}",
    }


def content_of(page, *, as_draft=False):
    """The context of an issue's page: what was sent, or what would be while it may still change and `as_draft`."""
    issue = Issue.objects.select_related("mailing").filter(key=page.translation_key).first()
    frozen = issue.contents.get(page.language) if issue and issue.is_frozen and not as_draft else None
    content = frozen or gather(page, since=last_sent(page))[0]
    return {
        "letter": for_web(content),
        "mailing_list": page.mailing_list,
        "crumbs": crumbs_to(page.get_parent(), inclusive=True),
    }


def last_sent(page):
    """When the issue before this one began to leave, or None."""
    others = Issue.objects.filter(mailing_list=page.mailing_list_id, mailing__materialised_at__isnull=False)
    own = Issue.objects.filter(key=page.translation_key).values_list("mailing__materialised_at", flat=True).first()
    others = others.exclude(key=page.translation_key)
    if own:
        others = others.filter(mailing__materialised_at__lt=own)
    return others.order_by("-mailing__materialised_at").values_list("mailing__materialised_at", flat=True).first()


def for_web(content):
    """`content` as anybody may read it."""
    return with_texts(content, lambda html: for_everybody(html, content["language"]))


def with_texts(content, change):
    """A copy of `content` of which each text went through `change`."""
    pieces = [
        piece | {"html": change(piece["html"])} if piece["kind"] == "text" else piece for piece in content["pieces"]
    ]
    return content | {"pieces": pieces}
