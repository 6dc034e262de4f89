"""How often words of vocabularies and topics are used counts profiles, each once."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from taxonomy.models import Term, Topic
from tests.directory.factories import ProfileFactory
from tests.members.factories import UserFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = pytest.mark.django_db


def uses(vocabulary, slug):
    return Term.objects.with_usage().get(vocabulary=vocabulary, slug=slug).uses


def test_each_way_of_having_a_term_counts_once():
    ProfileFactory(theme="climate", themes=["poverty"], groups=["youth"], stage="idea")
    ProfileFactory(theme="poverty", groups=["youth"], live=False)
    assert (uses("themes", "climate"), uses("themes", "poverty")) == (1, 2)
    assert (uses("target_groups", "youth"), uses("stages", "idea")) == (2, 1)


def test_topics_count_profiles_and_how_many_of_them_are_live():
    topic = TopicFactory()
    ProfileFactory(topics=[topic])
    ProfileFactory(topics=[topic], live=False)
    counted = Topic.objects.with_usage().get()
    assert (counted.uses, counted.live_uses) == (2, 1)


def test_counts_are_one_query(django_assert_num_queries):
    ProfileFactory(theme="climate")
    with django_assert_num_queries(1):
        list(Term.objects.with_usage())


def test_a_word_leads_to_the_profiles_that_have_it(client, home_bg):
    client.force_login(UserFactory(group="Moderators", language="en"))
    topic = TopicFactory()
    ProfileFactory(name="Този", theme="climate", topics=[topic])
    ProfileFactory(name="Друг", theme="poverty")
    for address in (reverse("terms:index") + "?vocabulary=themes&q=climate", reverse("topics:index")):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        link = next(link["href"] for link in page.select("a") if link.get_text(strip=True) == "Profiles with it")
        assert [profile.name for profile in client.get(link).context["object_list"]] == ["Този"]
