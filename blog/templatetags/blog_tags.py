from django import template

from blog import structured_data

register = template.Library()


@register.simple_tag(takes_context=True)
def news_article(context, post):
    """The JSON-LD of `post`, published by the organisation behind the site."""
    settings = context["site_settings"]
    publisher = settings.organisation or settings.name
    topics = [topic.label for topic in context["topics"]]
    absolute = context["request"].build_absolute_uri
    return structured_data.news_article(post, context["authors"], topics, publisher, absolute)
