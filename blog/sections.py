"""The news on a topic's page."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.indexes import index_in
from blog.links import topic_path
from blog.selectors import overview_of
from taxonomy.sections import TopicSection

SHOWN = 3


def posts_about(topic, language):
    """For `taxonomy.sections`."""
    overview = overview_of(language)
    posts = overview.about(topic)
    count = len(posts)
    index = index_in(language) if count else None
    if index is None:
        return None
    return TopicSection(
        heading=_("News"),
        template="blog/topic_section.html",
        items=overview.shown(posts[:SHOWN]),
        count=count,
        url=index.url + topic_path(topic),
        more=ngettext("%(count)d post", "%(count)d posts", count) % {"count": count},
    )
