"""The list, the map, a profile and a topic take few queries, however many profiles there are and whatever is asked."""

import pytest

from directory.models import Profile
from tests.core.queries import queries_of
from tests.directory.factories import ProfileFactory, insert_profiles
from tests.images.factories import ImageFactory
from tests.search.asking import followed
from tests.taxonomy.factories import TopicFactory

MOST = 15
ADDRESSES = [
    "directory/",
    "directory/?page=2",
    "directory/?view=map",
    "directory/?q=профил&theme=climate&group=youth&near=plovdiv&sort=newest",
    "directory/?theme=poverty&stage=idea&kind=company&near=vidin&q=нищо",
    "directory/?theme=climate&theme=poverty&kind=company&stage=idea&region=plovdiv&group=youth&innovation=product"
    "&sdg=zero-hunger&topic=zanayati&country=bg&language=bg&verified=yes&near=plovdiv&q=а",
    "directory/palen/",
    "topics/zanayati/",
]


@pytest.mark.django_db
@pytest.mark.parametrize(("number", "searched"), [(12, True), (300, True), (300, False)])
def test_the_directory_takes_few_queries_however_many_profiles_there_are(client, site, engine, number, searched):
    topic = TopicFactory(slug="zanayati")
    insert_profiles(number, topic=topic)
    image = ImageFactory(size=(320, 320))
    Profile.objects.filter(slug__endswith="3").update(image=image)
    ProfileFactory(
        name="Пълен", slug="palen", theme="climate", themes=["poverty"], groups=["youth"], place="plovdiv",
        topics=[topic], image=image, sdgs=["zero-hunger"], innovations=["product"],
    )  # fmt: skip
    if searched:
        followed()
    for address in ADDRESSES:
        if number < 20 and "page=2" in address:
            continue
        taken, sql = queries_of(client, f"/bg/{address}")
        assert taken <= MOST, f"{address}: {taken}\n{sql}"
