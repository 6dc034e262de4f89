"""The demonstration's tree stays whole, so that pages can be added to it."""

import pytest
from django.core.management import call_command
from wagtail.models import Page


@pytest.mark.django_db
def test_the_demonstration_leaves_a_tree_that_can_grow():
    call_command("seed_demo", verbosity=0)
    assert not any(Page.find_problems())
