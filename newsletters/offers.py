"""What is offered to people who may subscribe."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.cache import remember
from core.selectors import site_settings_for
from core.sorting import sort_key
from newsletters.models import MailingList


@dataclass(frozen=True)
class Offer:
    """The lists that a form offers, in their order."""

    lists: tuple

    @property
    def topics(self):
        """The topics that any of the lists offers, each once, by label."""
        found = {topic.pk: topic for one in self.lists for topic in one.topics.all()}
        return sorted(found.values(), key=lambda topic: sort_key(str(topic)))


def public_offer():
    """The lists that anybody may subscribe to."""
    return remember("newsletters:public", lambda: Offer(tuple(MailingList.objects.public().prefetch_related("topics"))))


def short_offer():
    """What somebody subscribes to who gives only an address."""
    return Offer(tuple(one for one in public_offer().lists if one.in_short_forms))


def consent_text():
    """The words that people agree to, in the active language, as they stand beside the button."""
    site = site_settings_for(get_language())
    return _(
        "I agree that “%(site)s” sends me the chosen newsletters by e-mail and keeps my address for that until I "
        "unsubscribe. Every letter has a link with which I can do so at once."
    ) % {"site": site.name}
