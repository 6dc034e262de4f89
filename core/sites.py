"""The site, without asking the database for each request."""

from wagtail.models import Site

from core.cache import remember


def only_site():
    """The one site with its root page, or None where there are none or several."""

    def find():
        sites = list(Site.objects.select_related("root_page__locale")[:2])
        return sites[0] if len(sites) == 1 else None

    return remember("site", find)
