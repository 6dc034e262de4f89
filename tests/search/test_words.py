"""The words that misspelt ones are compared with follow the documents, a little at a time, in a file."""

import threading

import pytest

from search.word_keeping import ONCE_IN, REST, WordKeeping
from search.words import READER, count_words, site_vocabulary, words_file
from tests.directory.factories import ProfileFactory
from tests.people.factories import PersonFactory
from tests.taxonomy.factories import TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


class Clock:
    """Time that passes when a test says so, and `each` second whenever somebody looks."""

    def __init__(self, each=0):
        self.seconds, self.each = 0, each

    def __call__(self):
        self.seconds += self.each
        return self.seconds


def until_written(keeping, clock):
    """Let the keeping count until it has nothing left to do at once."""
    while keeping.step():
        clock.seconds += 1


def test_there_is_no_vocabulary_before_somebody_counted():
    assert site_vocabulary() is None


def test_words_are_those_of_texts_and_labels_and_names():
    ProfileFactory(name="Хлебна къща", texts={"bg": "Учим на занаят.", "de": "Wir backen."}, place="plovdiv")
    ProfileFactory(name="Пекарна", topics=[TopicFactory(slug="med", name="Пчеларство")])
    TopicFactory(slug="prazen", name="Ненужност")
    PersonFactory(name={"bg": "Вихра Стоева"})
    count_words()
    vocabulary = site_vocabulary()
    for word in ("хлебна", "занаят", "пловдив", "пчеларство", "вихра"):
        assert vocabulary.count(word), word
    assert not vocabulary.count("ненужност")


def test_a_text_shown_in_several_languages_counts_once():
    ProfileFactory(name="Пекарна")
    count_words()
    assert site_vocabulary().count("пекарна") == 1


def test_newer_words_are_read_aside_while_the_old_ones_answer():
    ProfileFactory(name="Пекарна")
    count_words()
    assert site_vocabulary().count("пекарна")
    ProfileFactory(name="Работилница")
    count_words()
    assert site_vocabulary().count("пекарна")
    for thread in threading.enumerate():
        if thread.name == READER:
            thread.join()
    assert site_vocabulary().count("работилница")


def test_nothing_is_written_where_nothing_changed():
    ProfileFactory(name="Пекарна")
    count_words()
    before = words_file().stat().st_ino
    count_words()
    assert words_file().stat().st_ino == before


def test_the_follower_counts_once_a_minute_at_most_and_only_what_changed():
    clock = Clock()
    keeping = WordKeeping(clock)
    ProfileFactory(name="Пекарна")
    until_written(keeping, clock)
    assert "пекарна\t" in words_file().read_text()
    ProfileFactory(name="Работилница")
    assert not keeping.step()
    clock.seconds = ONCE_IN + 1
    until_written(keeping, clock)
    assert "работилница\t" in words_file().read_text()
    clock.seconds += 2 * ONCE_IN
    assert not keeping.step()


def test_after_each_step_it_rests_nine_times_as_long():
    clock = Clock(each=1)
    keeping = WordKeeping(clock)
    ProfileFactory(name="Пекарна")
    assert keeping.step()
    took = 1
    for _look in range(REST * took - 1):
        assert not keeping.step()
    assert keeping.step()
