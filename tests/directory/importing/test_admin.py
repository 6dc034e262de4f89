"""Imports in the admin: from the upload to the undoing."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import Job
from directory.importing import running
from directory.models import ImportRun, Profile, ValueMapping
from taxonomy.models import Place, Term, Vocabulary
from tests.core.jobs.conftest import runner, use_runner  # noqa: F401 (fixtures)
from tests.directory.importing.conftest import bring
from tests.members.factories import UserFactory

pytestmark = pytest.mark.django_db

CSV = "nr,title,land,x\n" + "".join(f"{number},Градина {number},BG,kiosk\n" for number in range(1, 6))


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def moderator(client):
    client.force_login(UserFactory(group="Moderators", language="en"))
    return client


def upload(client, content=CSV, name="file.csv"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return client.post(reverse("directory_imports:add"), {"source": "gardens", "file": file})


def map_columns(client, run, **options):
    form = client.get(reverse("directory_imports:mapping", args=[run.pk])).context["form"]
    wanted = {"nr": "source_id", "title": "name", "land": "country", "x": "words"}
    data = {field.html_name: wanted[field.label] for field in form.columns()}
    return client.post(
        reverse("directory_imports:mapping", args=[run.pk]), data | {"separator": ";", "language": ""} | options
    )


def act(client, run, action):
    return client.post(reverse("directory_imports:act", args=[run.pk, action]))


def shown(client, run, **query):
    return client.get(reverse("directory_imports:run", args=[run.pk]), query)


def test_a_file_goes_from_upload_to_published_profiles(moderator):
    response = upload(moderator)
    run = ImportRun.objects.get()
    assert response.url == reverse("directory_imports:mapping", args=[run.pk])
    assert "Градина 1" in moderator.get(response.url).content.decode()
    assert map_columns(moderator, run, publish="on").url == reverse("directory_imports:run", args=[run.pk])
    act(moderator, run, "rehearse")
    run.refresh_from_db()
    assert (run.state, run.dry, run.created, Profile.objects.count()) == ("done", True, 5, 0)
    response = act(moderator, run, "again")
    real = ImportRun.objects.first()
    assert (response.url, real.publish) == (reverse("directory_imports:mapping", args=[real.pk]), True)
    act(moderator, real, "begin")
    real.refresh_from_db()
    assert (real.state, real.dry, real.created) == ("done", False, 5)
    assert Profile.objects.listed().count() == 5
    act(moderator, real, "undo")
    assert Profile.objects.count() == 0


def test_the_report_is_shown_row_by_row_and_filtered(moderator, django_assert_max_num_queries):
    run = bring([{"name": f"A{number}", "web": "update6" if number < 3 else ""} for number in range(60)])
    with django_assert_max_num_queries(40):
        response = shown(moderator, run)
    assert len(response.context["rows"]) == 50
    assert "This is no web address." in response.content.decode()
    assert len(shown(moderator, run, p=2).context["rows"]) == 10
    assert len(shown(moderator, run, problems="some").context["rows"]) == 3
    assert len(shown(moderator, run, outcome="refused").context["rows"]) == 0
    assert len(shown(moderator, run, outcome="x", problems="y", p="z").context["rows"]) == 50


def test_the_report_can_be_downloaded(moderator):
    run = bring([{"name": "A"}])
    response = moderator.get(reverse("directory_imports:report", args=[run.pk]))
    assert b'"outcome": "created"' in b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("file.csv", CSV.encode("utf-16"), "UTF-8"),
        ("file.csv.exe", b"PK\x03\x04", "spreadsheet"),
        ("file.geojson", b'{"features": [', "ends in the middle"),
        ("empty.csv", b"nr,title\n", "no entry"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_words(moderator, name, content, said):
    response = upload(moderator, content, name)
    assert said in str(response.context["form"].errors)
    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "\u202evsc.exe", "x" * 240 + ".csv", "file.csv.html"])
def test_the_name_of_a_file_decides_nothing(moderator, name, settings):
    upload(moderator, CSV, name)
    run = ImportRun.objects.get()
    assert run.file.name.startswith("imports/")
    assert run.file.name.count("/") == 1
    assert run.file.name.rpartition(".")[2] == "csv" or "." not in run.file.name
    assert "\u202e" not in run.file_name
    assert "imports" not in settings.PUBLIC_MEDIA_FOLDERS


def test_a_mapping_without_a_name_is_refused(moderator):
    upload(moderator)
    run = ImportRun.objects.get()
    url = reverse("directory_imports:mapping", args=[run.pk])
    response = moderator.post(url, {"column_0": "source_id", "separator": ";"})
    assert "name" in str(response.context["form"].errors)
    act(moderator, run, "begin")
    run.refresh_from_db()
    assert run.state == "new"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_run_goes_on_in_further_jobs_from_where_it_was(moderator, runner, monkeypatch, small_batches):  # noqa: F811
    monkeypatch.setattr(running, "SECONDS_A_JOB", 1e-9)
    upload(moderator)
    run = ImportRun.objects.get()
    map_columns(moderator, run)
    act(moderator, run, "begin")
    from core.jobs.execution import run_job

    cursors = []
    while job := Job.objects.filter(task="directory.importing.tasks.go_on").first():
        assert run_job(job.pk)
        run.refresh_from_db()
        cursors.append(run.cursor)
        if len(cursors) == 1:
            html = shown(moderator, run).content.decode()
            assert "2 of 5 entries are done." in html
            assert "Interrupt" in html
    assert cursors == [2, 4, 5, 5]
    assert (run.state, Profile.objects.count()) == ("done", 5)


def test_a_run_is_interrupted_and_resumed(moderator, runner):  # noqa: F811
    upload(moderator)
    run = ImportRun.objects.get()
    map_columns(moderator, run)
    act(moderator, run, "begin")
    act(moderator, run, "stop")
    assert ImportRun.objects.get().state == "stopped"
    act(moderator, run, "resume")
    assert ImportRun.objects.get().state == "running"
    assert Job.objects.filter(task="directory.importing.tasks.go_on").exists()


def test_what_is_not_possible_is_said(moderator):
    run = bring([{"name": "A"}])
    response = moderator.post(reverse("directory_imports:act", args=[run.pk, "stop"]), follow=True)
    assert "possible any more" in response.content.decode()


def test_a_file_that_is_gone_ends_the_run_with_words(moderator):
    upload(moderator)
    run = ImportRun.objects.get()
    map_columns(moderator, run)
    run.refresh_from_db()
    run.file.storage.delete(run.file.name)
    act(moderator, run, "begin")
    run.refresh_from_db()
    assert run.state == "failed"
    assert "kept any more" in shown(moderator, run).content.decode()


def test_the_history_lists_the_runs(moderator):
    bring([{"name": "A"}])
    html = moderator.get(reverse("directory_imports:index")).content.decode()
    assert "test" in html
    assert "Finished" in html


def test_editors_decide_what_a_value_means(moderator):
    bring([{"name": "A", "country": "Atlantis", "kinds": "kiosk"}])
    response = moderator.get(reverse("directory_import_values:index"), {"state": "waiting"})
    assert {row.value for row in response.context["object_list"]} == {"Atlantis", "kiosk"}
    country = ValueMapping.objects.get(field="country")
    place = Place.objects.get(code="GR")
    moderator.post(reverse("directory_import_values:edit", args=[country.pk]), {"place": place.pk})
    country.refresh_from_db()
    assert (country.state, country.place) == ("mapped", place)
    word = ValueMapping.objects.get(field="kinds")
    url = reverse("directory_import_values:edit", args=[word.pk])
    term = Term.objects.get(vocabulary=Vocabulary.THEMES, slug="poverty")
    assert moderator.post(url, {"terms": [term.pk], "ignored": "on"}).status_code == 200
    moderator.post(url, {"ignored": "on"})
    word.refresh_from_db()
    assert word.state == "ignored"


def test_values_are_neither_added_nor_deleted(moderator):
    bring([{"name": "A", "country": "Atlantis"}])
    value = ValueMapping.objects.get(state="waiting")
    assert moderator.get(reverse("directory_import_values:add")).status_code == 302
    assert moderator.post(reverse("directory_import_values:delete", args=[value.pk])).status_code == 302
    assert ValueMapping.objects.filter(pk=value.pk).exists()


@pytest.mark.parametrize("group", ["Editors", "Translators"])
def test_others_reach_no_page_of_imports(client, group):
    run = bring([{"name": "A"}])
    client.force_login(UserFactory(group=group, language="en"))
    for name, args in (("index", []), ("add", []), ("run", [run.pk]), ("mapping", [run.pk]), ("report", [run.pk])):
        response = client.get(reverse(f"directory_imports:{name}", args=args))
        assert response.status_code in (302, 403), name
    act(client, run, "undo")
    assert Profile.objects.count() == 1


def test_who_may_only_look_changes_nothing(client):
    run = bring([{"name": "A"}])
    user = UserFactory(language="en")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_importrun"]))
    client.force_login(user)
    response = shown(client, run)
    assert response.status_code == 200
    assert response.context["actions"] == []
    act(client, run, "undo")
    assert Profile.objects.count() == 1
