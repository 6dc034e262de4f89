from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = _("News")

    def ready(self):
        from blog.content import Posts
        from blog.findable import PostSource
        from blog.sections import posts_about
        from core import content_sources
        from search.sources import register_source
        from taxonomy.sections import register_section

        content_sources.register("news", Posts())
        register_source(PostSource())
        register_section("posts", posts_about)
