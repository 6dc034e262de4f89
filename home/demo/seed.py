"""The whole demonstration in its order: what pages need first, then pages, then what points at pages."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from home.demo import site
from home.demo.newsletters import write_newsletters
from home.demo.pages import PageWriter
from home.demo.profiles import ProfileWriter
from home.demo.searching import teach_search
from home.demo.sent import send_past_issues
from home.demo.texts import load_pages
from taxonomy.models import Term, Topic, Vocabulary
from taxonomy.services import load_topics


def seed(tell):
    """Write everything that is missing; `tell(key)` hears of each page written."""
    with override(settings.LANGUAGE_CODE):
        for code in dict(settings.LANGUAGES):
            Locale.objects.get_or_create(language_code=code)
        load_topics()
        _clear_welcome()
        write_newsletters()
        pages = PageWriter(
            load_pages(),
            root=Page.objects.get(depth=1),
            images=site.images(),
            people=site.people(),
            terms={term.slug: term for term in Term.objects.filter(vocabulary=Vocabulary.THEMES)},
            topics={topic.slug: topic for topic in Topic.objects.all()},
        ).write(tell)
        ProfileWriter().write(tell)
        site.introduce_directory()
        site.write_settings(pages)
        teach_search(pages)
        _point_site_at(pages["home"])
        # Letters hold addresses, which pages have once the site begins somewhere.
        send_past_issues(pages.values())


def _clear_welcome():
    """Drop the welcome page of a fresh Wagtail, whose slug our home pages want."""
    for page in Page.objects.filter(depth=2, content_type__model="page", content_type__app_label="wagtailcore"):
        page.delete()


def _point_site_at(home):
    """Let the default site begin at `home`."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    values = {
        "root_page": home,
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
    }
    # Saved only where it differs: the search writes every page anew when the site begins elsewhere.
    if not Site.objects.filter(is_default_site=True, **values).exists():
        Site.objects.update_or_create(is_default_site=True, defaults=values)
