"""What of newsletters search engines are told: the page of subscribing, while there is something to subscribe to."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from core.sitemap_sources import Listed, Source
from newsletters.offers import public_offer


class SubscribePage(Source):
    def parts(self):
        return [(0, None)] if public_offer().lists else []

    def entries(self, part):
        if part or not public_offer().lists:
            return []
        addresses = {}
        for code in dict(settings.LANGUAGES):
            with override(code):
                addresses[code] = reverse("newsletters")
        return [Listed(addresses, tuple(addresses))]
