"""Where the news of a language lie."""

from blog.models import BlogIndexPage
from core.cache import remember


def index_in(language):
    """The published news index of a language, or None. Everybody gets the same one: callers don't change it."""

    def find():
        return BlogIndexPage.objects.published().filter(locale__language_code=language).first()

    return remember(f"blog:index:{language}", find)
