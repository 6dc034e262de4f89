"""Whatever process serves keeps the node's index up with the database: as `make run` starts it, until it is killed."""

import shutil

from search.engines.base import EngineAway
from search.engines.embedded import EmbeddedEngine
from tests.services.ports import free_port

PUBLISH = """
from directory.models import Profile
profile = Profile(name={name!r}, live=False)
profile.save()
profile.save_revision().publish()
"""


def serve(machine):
    return machine("runserver", "--skip-checks", "--noreload", str(free_port()))


def publish(machine, name):
    machine.run("shell", "--no-imports", "-c", PUBLISH.format(name=name))


def is_kept_up(machine, count):
    """Whether the index has the documents of so many profiles, as the database has them."""
    ids = machine.ask("SELECT id FROM search_searchdocument")
    try:
        return set(EmbeddedEngine(machine.folder / "search").versions()) == set(ids) and len(ids) == 2 * count
    except EngineAway:
        return False


def test_the_index_is_kept_up_when_who_follows_is_killed_its_folder_deleted_or_its_files_broken(machine):
    publish(machine, "Пекарна")
    first = serve(machine)
    machine.until(lambda: is_kept_up(machine, 1))
    second = serve(machine)
    publish(machine, "Работилница")
    machine.until(lambda: is_kept_up(machine, 2))
    machine.kill(first)
    publish(machine, "Градина")
    machine.until(lambda: is_kept_up(machine, 3))
    shutil.rmtree(machine.folder / "search")
    machine.until(lambda: is_kept_up(machine, 3))
    (machine.folder / "search" / "current" / "meta.json").write_text("?")
    publish(machine, "Кухня")
    machine.until(lambda: is_kept_up(machine, 4))
    assert second.poll() is None
