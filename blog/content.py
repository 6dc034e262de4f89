"""News for letters and lists of other apps."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from blog.models import BlogPage
from blog.selectors import posts_in
from core.content_sources import Item, Source


class Posts(Source):
    label = _("News")
    models = (BlogPage,)

    def shown(self, objects, language):
        keys = {post.pk: post.translation_key for post in objects}
        found = {post.translation_key: post for post in posts_in(language).filter(translation_key__in=keys.values())}
        return {pk: _item(found[key], language) for pk, key in keys.items() if key in found}

    def latest(self, language, *, since, topics, limit):
        # Chosen in one language for all: translations come out later than their originals.
        posts = posts_in(settings.LANGUAGE_CODE)
        if since:
            posts = posts.filter(first_published_at__gt=since)
        if topics:
            posts = posts.filter(topic_items__tag__slug__in=topics).distinct()
        keys = list(posts.values_list("translation_key", flat=True)[:limit])
        return [_item(post, language) for post in posts_in(language).filter(translation_key__in=keys)]


def _item(post, language):
    return Item(
        key=str(post.translation_key),
        title=post.title,
        url=post.url,
        summary=post.lead,
        language="" if post.language == language else post.language,
        date=post.date,
    )
