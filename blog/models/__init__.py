from blog.models.posts import BlogAuthor, BlogPage, BlogPageTopic, BlogRelatedPost  # isort: skip
from blog.models.index import BlogIndexPage

__all__ = ["BlogAuthor", "BlogIndexPage", "BlogPage", "BlogPageTopic", "BlogRelatedPost"]
