"""The generated profiles for trying scale."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from core.models import ContentVersion
from directory.filters import Filters
from directory.models import Profile
from directory.selectors import facet_counts, found
from home.demo.large import LargeDirectory
from taxonomy.services import load_topics

pytestmark = pytest.mark.django_db


def generated():
    return list(Profile.objects.filter(is_demonstration=True).order_by("slug").values_list("slug", "theme", "place"))


def test_as_many_profiles_are_found_as_were_asked_for():
    call_command("seed_large_demo", profiles=30, verbosity=0)
    everything = Filters.parse(QueryDict(), "bg")
    assert found(everything).count() == 30
    assert facet_counts(everything)["country"] == {"bg": 30}


def test_growing_further_keeps_what_is_there_and_makes_the_same_as_at_once():
    load_topics()
    LargeDirectory().grow(10)
    first = generated()
    LargeDirectory().grow(25)
    grown = generated()
    assert set(first) < set(grown)
    Profile.objects.all().delete()
    LargeDirectory().grow(25)
    assert generated() == grown


def test_a_second_run_writes_nothing():
    call_command("seed_large_demo", profiles=5, verbosity=0)
    before = ContentVersion.objects.now()
    call_command("seed_large_demo", profiles=5, verbosity=0)
    assert ContentVersion.objects.now() == before
