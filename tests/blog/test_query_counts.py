"""A list and a post take at most twelve queries, whatever the number of posts, on the whole request."""

import datetime
import json

import pytest

from blog.models import BlogPage, BlogRelatedPost
from blog.selectors import latest_posts
from tests.blog.factories import BlogPageFactory, insert_posts
from tests.core.factories import translate
from tests.core.queries import queries_of
from tests.images.factories import ImageFactory
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TermFactory, TopicFactory

MOST = 12
MANY = 10_000


ADDRESSES = ["", "?page=3", "topic/tema-3/", "2025/12/", "pulna/", "rss.xml", "topic/tema-3/atom.xml"]


@pytest.mark.parametrize("number", [40, MANY])
def test_lists_posts_and_feeds_take_few_queries_however_many_posts_there_are(
    client, index, index_en, number, django_assert_num_queries
):
    plant(index, number)

    for address in ADDRESSES:
        taken, sql = queries_of(client, f"/bg/novini/{address}")
        assert taken <= MOST, f"{address or 'index'}: {taken}\n{sql}"
    with django_assert_num_queries(2):
        assert len(latest_posts("bg", 4)) == 4


def plant(index, number):
    """So many posts with themes and topics; the newest one has all that a post can have."""
    topics = [TopicFactory(slug=f"tema-{place}") for place in range(20)]
    theme, image = TermFactory(), ImageFactory(size=(320, 180))
    insert_posts(index, number, theme=theme, topics=topics, image=image)
    post = BlogPageFactory(
        parent=type(index).objects.get(pk=index.pk),
        slug="pulna",
        theme=theme,
        topics=topics[:4],
        authors=[PersonFactory(photo=ImageFactory(size=(64, 64))) for _place in range(3)],
        image=image,
        body=json.dumps(
            [
                {"type": "image", "value": {"image": image.pk, "alt": "", "caption": ""}},
                {"type": "text", "value": f'<p><a linktype="page" id="{index.pk}">Новини</a></p>'},
            ]
        ),
        date=datetime.date(2025, 12, 31),
    )
    for place, other in enumerate(BlogPage.objects.order_by("pk")[:2]):
        post.related_links.add(BlogRelatedPost(post=other, sort_order=place))
    post.save()
    translate(post, "en")
