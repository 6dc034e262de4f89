"""Links between news: to topics, to months, to the lists above."""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class ListLink:
    """A way to a list of posts; `count` is the number of posts in it."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


def topic_path(topic):
    """What follows the address of any news index to make that of the topic's posts there."""
    return f"topic/{topic.slug}/"


def month_path(month):
    return f"{month:%Y/%m}/"


def topic_links(index, topics, current=None):
    url = index.url
    return [
        ListLink(str(topic), url + topic_path(topic), getattr(topic, "count", None), topic == current)
        for topic in topics
    ]


def month_links(index, months):
    """Pairs of year and links to its months, in the order of `months`."""
    url = index.url
    return [
        (year, [ListLink(month_label(one.month), url + month_path(one.month), one.count) for one in group])
        for year, group in groupby(months, key=lambda one: one.month.year)
    ]


def month_label(month):
    return date_format(month, "F Y")


def crumbs_to(index, *, inclusive=False):
    """The way from home to a news index, as breadcrumbs."""
    crumbs = [{"title": _("Home"), "url": reverse("wagtail_serve", args=[""])}]
    return [*crumbs, {"title": index.title, "url": index.url}] if inclusive else crumbs
