from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from directory.importing.keeping import DAYS, forget_old_files
from directory.models import ImportRun
from tests.directory.importing.conftest import bring

pytestmark = pytest.mark.django_db


def test_files_and_rehearsals_go_after_some_time_and_reports_stay(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    old, dry = bring([{"name": "A"}]), bring([{"name": "A"}], dry=True)
    for run in (old, dry):
        run.file.save("f.csv", ContentFile(b"x"))
    ImportRun.objects.update(created_at=timezone.now() - timedelta(days=DAYS + 1))
    new = bring([{"name": "B"}])
    new.file.save("f.csv", ContentFile(b"x"))
    forget_old_files()
    assert set(ImportRun.objects.all()) == {old, new}
    assert [bool(run.file) for run in ImportRun.objects.order_by("pk")] == [False, True]
    assert old.rows.count() == 1
    assert len(list(tmp_path.rglob("*.csv"))) == 1
