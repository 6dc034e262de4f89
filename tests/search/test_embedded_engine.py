"""What the embedded engine promises besides the contract: several processes, and folders that break."""

import multiprocessing
import os
import resource
import shutil
import signal
import subprocess

import pytest

from search.engines.base import EngineAway, Request
from search.engines.embedded import EmbeddedEngine
from tests.search.factories import row, words

FORK = multiprocessing.get_context("fork")


def found(engine, key="a"):
    return {number for number, _score in engine.search(Request("bg", words(key), limit=1000)).hits}


def test_what_another_one_wrote_is_found_at_once(tmp_path):
    writing, reading = EmbeddedEngine(tmp_path), EmbeddedEngine(tmp_path)
    for number in range(1, 6):
        writing.write([row(number, title="a")])
        assert found(reading) == set(range(1, number + 1))


def test_without_an_index_it_is_away(tmp_path):
    engine = EmbeddedEngine(tmp_path / "nothing")
    with pytest.raises(EngineAway):
        engine.search(Request("bg"))
    with pytest.raises(EngineAway):
        engine.versions()


def test_a_deleted_folder_is_made_anew_by_the_next_write(tmp_path):
    engine = EmbeddedEngine(tmp_path / "index")
    engine.write([row(1, title="a")])
    shutil.rmtree(tmp_path / "index")
    with pytest.raises(EngineAway):
        found(engine)
    engine.write([row(2, title="a")])
    assert found(engine) == {2}


def test_a_broken_index_is_away_and_never_an_error_of_another_kind(tmp_path):
    engine = EmbeddedEngine(tmp_path)
    engine.write([row(1, title="a")])
    (engine.folder.current / "meta.json").write_text("{")
    with pytest.raises(EngineAway):
        found(EmbeddedEngine(tmp_path))


def test_a_generation_answers_only_once_it_is_put_in_place(tmp_path):
    engine = EmbeddedEngine(tmp_path)
    engine.write([row(1, title="a")])
    before = engine.folder.current
    beside = EmbeddedEngine(tmp_path, generation=engine.folder.new_generation())
    beside.write([row(2, title="a")])
    assert (found(engine), found(beside)) == ({1}, {2})
    engine.folder.put_in_place(beside.generation)
    assert found(engine) == {2}
    assert not before.exists()


def test_two_processes_that_write_at_once_both_succeed(tmp_path):
    EmbeddedEngine(tmp_path).write([])
    writers = [FORK.Process(target=_write_each, args=(tmp_path, start)) for start in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert found(EmbeddedEngine(tmp_path)) == {*range(10), *range(100, 110)}


def test_a_process_killed_while_it_writes_leaves_an_index_that_answers_and_takes_more(tmp_path):
    EmbeddedEngine(tmp_path).write([row(1_000_000, title="a")])
    for _time in range(3):
        receiving, sending = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=_write_without_end, args=(tmp_path, sending))
        writer.start()
        receiving.recv()
        os.kill(writer.pid, signal.SIGKILL)
        writer.join(60)
        assert 1_000_000 in found(EmbeddedEngine(tmp_path))
    engine = EmbeddedEngine(tmp_path)
    engine.write([row(2_000_000, title="b")], deleted=[1_000_000])
    assert found(engine, "b") == {2_000_000}
    assert 1_000_000 not in engine.versions()


def _write_each(path, start):
    engine = EmbeddedEngine(path)
    for number in range(start, start + 10):
        engine.write([row(number, title="a")])


def _write_without_end(path, sending):
    engine = EmbeddedEngine(path)
    for number in range(1_000_000):
        engine.write([row(one, number, title="a c d e f") for one in range(200)])
        if number == 2:
            sending.send("under way")


def test_counts_of_what_nothing_narrows_are_those_of_today_in_every_process(tmp_path):
    writing, reading = EmbeddedEngine(tmp_path), EmbeddedEngine(tmp_path)
    everything = Request("bg", chosen={"place": ("vidin",)}, counted=("place", "theme"))
    for number in range(1, 4):
        writing.write([row(number, facets={"place": ["ruse"], "theme": ["food"]}), row(9, language="en")])
        for engine in (writing, reading, reading):
            counts = engine.search(everything).counts
            assert counts == {"place": {"ruse": number}, "theme": {}}
            counts["place"].clear()  # of whoever asked
    assert reading.search(Request("en", counted=("place",))).counts == {"place": {}}
    writing.write([], [1, 2])
    assert reading.search(Request("bg", counted=("place",))).counts == {"place": {"ruse": 1}}


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 3 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    # Lazily: the index is mapped into memory.
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_leaves_what_was_there_and_is_written_again_when_there_is_room(small_disk):
    engine = EmbeddedEngine(small_disk / "index")
    written = _write_until_the_disk_is_full(engine)
    assert set(engine.versions()) == set(range(written))
    more = _wordy_rows(written)
    with pytest.raises(EngineAway):
        engine.write(more)
    subprocess.run(["mount", "-o", "remount,size=50m", small_disk], check=True)
    engine.write(more)
    assert set(engine.versions()) == set(range(written + 100))


def test_files_that_may_not_grow_leave_what_was_there(tmp_path):
    """The same for whoever is not root: a process whose files are limited meets the end of its disk, too."""
    engine = EmbeddedEngine(tmp_path)
    engine.write(_wordy_rows(0))
    writer = FORK.Process(target=_write_into_small_files, args=(tmp_path,))
    writer.start()
    writer.join(60)
    assert writer.exitcode == 0
    held = len(engine.versions())
    assert set(engine.versions()) == set(range(held))
    engine.write(_wordy_rows(held))
    assert len(engine.versions()) == held + 100


def _write_into_small_files(path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    engine = EmbeddedEngine(path)
    _write_until_the_disk_is_full(engine, start=100)


def _write_until_the_disk_is_full(engine, start=0):
    for next_one in range(start, 5000, 100):
        try:
            engine.write(_wordy_rows(next_one))
        except EngineAway:
            return next_one
    raise AssertionError("The disk is never full.")


def _wordy_rows(start):
    return [
        row(number, title="a", text=" ".join(f"w{number}x{place}" for place in range(300)))
        for number in range(start, start + 100)
    ]


def test_a_copy_of_the_folder_that_followed_links_is_taken_for_none_and_built_anew(tmp_path):
    EmbeddedEngine(tmp_path / "index").write([row(1)])
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    copy = EmbeddedEngine(tmp_path / "copy")
    assert not copy.exists
    copy.write([row(2)])
    assert copy.versions() == {2: 1}
