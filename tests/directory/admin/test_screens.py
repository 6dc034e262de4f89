"""A Bulgarian editor meets no English on the directory's screens."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from directory.importing import running, services
from directory.importing.reading import examine
from directory.models import DirectoryIntroduction, Profile
from tests.core.overlay.test_screens import editor, read  # noqa: F401 (fixtures)
from tests.directory.admin.conftest import url
from tests.directory.factories import ProfileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile(editor, home_bg):  # noqa: F811
    """One that has everything, was published, has a draft and was submitted."""
    profile = ProfileFactory(
        name="Ателие",
        slug="atelie-1",
        theme="climate",
        themes=["poverty"],
        kind="association",
        stage="idea",
        groups=["youth"],
        place="plovdiv",
        texts={"bg": "Шием.", "en": "Шием", "de": "Шием"},
        verified=True,
        is_demonstration=True,
    )
    profile.founded = 2020
    profile.texts.get(language="bg").summary = "Шием палатки."
    profile.save_revision(user=editor, log_action=True)
    profile = Profile.objects.get(pk=profile.pk)
    profile.get_workflow().start(profile, editor)
    return profile


def test_the_listing_and_its_filters(read, profile):  # noqa: F811
    found = read(url("list"), url("list") + "?q=няма", url("list") + "?state=changed&missing=en&verified=yes")
    assert found == {}


def test_the_form(read, profile):  # noqa: F811
    addresses = [url(name, profile.pk) for name in ("edit", "history", "usage", "delete", "unpublish")]
    assert read(url("add"), *addresses) == {}


def test_comparing(read, profile):  # noqa: F811
    assert read(url("revisions_compare", profile.pk, "live", "latest")) == {}


def test_the_queue(read, profile):  # noqa: F811
    new = ProfileFactory(name="Ново", slug="novo-1", live=False)
    addresses = [reverse("directory_waiting:review", args=[pk]) for pk in (profile.pk, new.pk)]
    assert read(reverse("directory_waiting:index"), *addresses, url("workflow_history", profile.pk)) == {}


def test_duplicates(read, profile):  # noqa: F811
    other = ProfileFactory(name="Ателие", slug="atelie-2", founded=1999)
    merge = f"{reverse('directory_duplicates:merge')}?profile={profile.pk}&profile={other.pk}"
    assert read(reverse("directory_duplicates:index"), merge) == {}


@pytest.mark.parametrize("action", ["publish", "unpublish", "verify", "unverify", "add_topic", "delete"])
def test_what_is_done_to_many(read, profile, action):  # noqa: F811
    address = reverse("wagtail_bulk_action", args=["directory", "profile", action])
    assert read(f"{address}?id={profile.pk}") == {}


def test_the_introduction(read, profile):  # noqa: F811
    row = DirectoryIntroduction.objects.get(language="bg")
    name = "directory-introduction"
    assert read(reverse(f"{name}:index"), reverse(f"{name}:edit", args=[row.pk])) == {}


def test_the_board(read, profile):  # noqa: F811
    assert read(reverse("translation_board:index")) == {}


def test_imports(read, editor, settings, tmp_path):  # noqa: F811
    settings.MEDIA_ROOT = tmp_path
    content = ContentFile("_id,name,addr:country,POI_TYPE\na,Ателие,Атлантида,будка\nb,,България,\n".encode())
    run = services.keep_upload(file=content, file_name="1.csv", facts=examine(content), source="susy", user=editor)
    # What columns are called and mean is the file's own, in whatever language.
    assert read(reverse("directory_imports:index"), reverse("directory_imports:add")) == {}
    services.begin(run=run, dry=False)
    running.go_on_for_a_while(run.pk)
    assert read(reverse("directory_imports:run", args=[run.pk]), reverse("directory_import_values:index")) == {}
