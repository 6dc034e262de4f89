"""What search engines read about a post (schema.org NewsArticle)."""

import json

from django.utils.safestring import mark_safe

# As JSON these are the same characters, but no HTML parser sees the end of the script element or a comment in them.
ESCAPES = str.maketrans({"<": r"\u003C", ">": r"\u003E", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def news_article(post, publisher, absolute):
    """The JSON-LD of `post`, safe to stand inside a script element; `absolute` completes addresses."""
    address = absolute(post.url)
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": post.title,
        "description": post.lead,
        "inLanguage": post.language,
        "datePublished": post.date.isoformat(),
        "dateModified": (post.last_published_at.date() if post.last_published_at else post.date).isoformat(),
        "mainEntityOfPage": address,
        "url": address,
        "author": [_person(person, post.language) for person in post.authors]
        or [{"@type": "Organization", "name": publisher}],
        "publisher": {"@type": "Organization", "name": publisher},
        "keywords": [topic.labels.text(post.language) for topic in post.topic_list],
    }
    if picture := post.social_picture:
        data["image"] = {"@type": "ImageObject", "url": picture.url, "width": picture.width, "height": picture.height}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - escaped above


def _person(person, language):
    facts = {"@type": "Person", "name": person.name.text(language)}
    if role := person.role.text(language):
        facts["jobTitle"] = role
    if person.link:
        facts["url"] = person.link
    return facts
