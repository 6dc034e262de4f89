"""What search engines read about a post (schema.org NewsArticle)."""

from core.json_ld import as_json_ld, picture_object


def news_article(post, authors, topics, publisher, absolute):
    """The JSON-LD of `post`, safe to stand inside a script element.

    `topics` are words; `absolute` completes addresses.
    """
    address = absolute(post.url)
    data = {
        "@type": "NewsArticle",
        "headline": post.title,
        "description": post.lead,
        "inLanguage": post.language,
        "datePublished": post.date.isoformat(),
        "dateModified": (post.last_published_at.date() if post.last_published_at else post.date).isoformat(),
        "mainEntityOfPage": address,
        "url": address,
        "author": [_person(person, post.language) for person in authors]
        or [{"@type": "Organization", "name": publisher}],
        "publisher": {"@type": "Organization", "name": publisher},
        "keywords": topics,
    }
    if picture := post.social_picture:
        data["image"] = picture_object(picture)
    return as_json_ld(data)


def _person(person, language):
    facts = {"@type": "Person", "name": person.name.text(language)}
    if role := person.role.text(language):
        facts["jobTitle"] = role
    if person.link:
        facts["url"] = person.link
    return facts
