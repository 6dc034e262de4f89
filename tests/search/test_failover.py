"""When one engine is asked, and when the other one, by engines that do as a test tells them."""

import threading

import pytest

from core.breaker import Breaker
from core.models import ContentVersion
from search.engines.base import EngineAway, EngineRefuses, Request
from search.engines.failover import Failover, Guard, Hurried
from search.models import SearchDocument
from search.readiness import LOOK_EVERY, MOST_BEHIND, Readiness
from tests.directory.factories import ProfileFactory
from tests.search.factories import row
from tests.search.reference import ReferenceEngine

pytestmark = pytest.mark.django_db
PATIENCE = 30


class Moody(ReferenceEngine):
    """Has the documents `numbers`; raises `error` while there is one; counts what it was asked."""

    def __init__(self, *numbers):
        super().__init__()
        self.error, self.asked = None, 0
        self.write([row(number) for number in numbers])

    def within(self, seconds):
        return self

    def search(self, request):
        self.asked += 1
        if self.error:
            raise self.error
        return super().search(request)


class Hanging(Moody):
    """Says nothing until `released`."""

    def __init__(self):
        self.released = threading.Event()
        super().__init__()

    def search(self, request):
        self.asked += 1
        self.released.wait(PATIENCE)
        return super().search(request)


class Always:
    """A readiness that doubts nothing."""

    def is_ready(self, engine):
        return True

    def doubt(self):
        pass


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def ids(engine):
    return [number for number, _score in engine.search(Request("bg")).hits]


def test_the_first_is_asked_while_it_is_well():
    first, second = Moody(1), Moody(2)
    assert ids(Failover(first, second, Guard(Always()), PATIENCE)) == [1]
    assert second.asked == 0


def test_after_a_failure_the_second_has_the_rest_of_the_question_and_those_that_follow():
    first, second, guard = Moody(1), Moody(2), Guard(Always())
    question = Failover(first, second, guard, PATIENCE)
    assert ids(question) == [1]
    first.error = EngineAway("gone")
    assert ids(question) == [2]
    first.error = None
    assert ids(question) == [2]
    assert ids(Failover(first, second, guard, PATIENCE)) == [2]
    assert first.asked == 2


def test_after_the_pause_one_question_tries_and_when_it_goes_well_all_do():
    clock = Clock()
    first, second, guard = Moody(1), Moody(2), Guard(Always(), Breaker(10, clock))
    first.error = EngineAway("gone")
    assert ids(Failover(first, second, guard, PATIENCE)) == [2]
    first.error, clock.now = None, 11
    assert [ids(Failover(first, second, guard, PATIENCE)) for _time in range(3)] == [[1], [1], [1]]


def test_a_question_that_is_refused_goes_to_the_second_alone():
    first, second, guard = Moody(1), Moody(2), Guard(Always())
    question = Failover(first, second, guard, PATIENCE)
    first.error = EngineRefuses("too long")
    assert ids(question) == [2]
    first.error = None
    assert ids(question) == [1]
    assert guard.breaker.closed()


def test_all_requests_of_a_question_have_one_time_together():
    hanging = Hanging()
    hurried = Hurried(hanging, 0.01)
    for _time in range(3):
        with pytest.raises(EngineAway):
            hurried.search(Request("bg"))
    hanging.released.set()
    assert hanging.asked == 1


@pytest.fixture
def readiness():
    clock = Clock()
    readiness = Readiness(clock)
    readiness.clock = clock
    return readiness


def mirror():
    """What has all that the database has now."""
    engine = ReferenceEngine()
    engine.write(SearchDocument.objects.all().as_rows())
    return engine


def look(readiness, engine, after=LOOK_EVERY):
    readiness.clock.now += after
    return readiness.is_ready(engine)


def test_what_lacks_something_is_not_ready_at_first_nor_after_a_doubt(readiness):
    ProfileFactory()
    before = mirror()
    ProfileFactory()
    assert not look(readiness, before)
    assert look(readiness, mirror())
    readiness.doubt()
    assert not look(readiness, before)


def test_what_was_up_to_date_may_be_late_for_a_minute(readiness):
    ProfileFactory()
    engine = mirror()
    assert look(readiness, engine)
    ProfileFactory()
    assert look(readiness, engine)
    assert look(readiness, engine, MOST_BEHIND)
    assert not look(readiness, engine, 2 * LOOK_EVERY)
    assert look(readiness, mirror())


def test_it_is_asked_once_in_some_seconds(readiness, django_assert_num_queries):
    engine = mirror()
    assert look(readiness, engine)
    with django_assert_num_queries(0):
        assert look(readiness, engine, after=1)


def test_what_has_a_version_that_is_still_to_come_is_never_ready(readiness):
    ProfileFactory()
    ContentVersion.objects.update(number=1)
    assert not look(readiness, mirror())
