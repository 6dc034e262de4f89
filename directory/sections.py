"""The profiles on a topic's page."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.cards import cards_of
from directory.filters import Filters
from directory.links import list_url
from directory.models import Facet
from directory.selectors import found
from taxonomy.sections import TopicSection

SHOWN = 6


def profiles_about(topic, language):
    """For `taxonomy.sections`."""
    filters = Filters(language, chosen={Facet.TOPIC: (topic.slug,)})
    count = found(filters).count()
    if not count:
        return None
    return TopicSection(
        heading=_("Profiles"),
        template="directory/topic_section.html",
        items=cards_of(found(filters)[:SHOWN]),
        count=count,
        url=list_url(filters),
        more=ngettext("%(count)d profile in the directory", "%(count)d profiles in the directory", count)
        % {"count": count},
    )
