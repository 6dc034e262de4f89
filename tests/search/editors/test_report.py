"""The report of searches: popular ones, and those that found nothing or too little."""

import io
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from search.recording import record

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/searches/"


def asked(text, *, ago=0, language="bg", asked=1, failed=0, weak=0, days=3):
    for day in range(days):
        moment = timezone.localdate() - timedelta(ago + day)
        record({(moment, language, text): Counter(asked=asked, failed=failed, weak=weak)})


def rows(client, **filters):
    """[(search, asked, days, found nothing, weaker)] of the report's own file."""
    response = client.get(REPORT, {"export": "csv", **filters})
    lines = b"".join(response.streaming_content).decode().splitlines()[1:]
    return [(cells[0], *map(int, cells[2:])) for cells in (line.split(",") for line in lines)]


def test_the_report_sums_searches_the_most_popular_first(editor):
    asked("хляб", asked=2)
    asked("мотокар", asked=5, failed=4)
    asked("веднъж", days=2)
    assert rows(editor) == [("мотокар", 15, 3, 12, 0), ("хляб", 6, 3, 0, 0)]
    assert "веднъж" not in editor.get(REPORT).content.decode()


def test_what_found_nothing_or_too_little_has_a_list_of_its_own(editor):
    asked("хляб")
    asked("мотокар", failed=1)
    asked("багер", asked=9, failed=2)
    asked("самун", weak=1)
    assert [row[0] for row in rows(editor, which="failed")] == ["багер", "мотокар"]
    assert [row[0] for row in rows(editor, which="weak")] == ["самун"]


def test_it_is_of_a_language_and_a_period(editor):
    asked("хляб")
    asked("bread", language="en")
    asked("снощи", ago=40)
    assert [row[0] for row in rows(editor, language="en")] == ["bread"]
    assert [row[0] for row in rows(editor, language="bg", days="90")] == ["снощи", "хляб"]
    assert [row[0] for row in rows(editor, days="7")] == ["bread", "хляб"]


def test_a_key_that_was_changed_leaves_one_row_a_search(editor, settings):
    asked("хляб")
    key, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    asked("хляб", ago=5)
    settings.SECRET_KEY = key
    assert rows(editor) == [("хляб", 6, 6, 0, 0)]


def test_a_search_is_one_click_from_synonyms_and_promoted_results(editor):
    asked("мотокар & <багер>", failed=1)
    page = editor.get(REPORT).content.decode()
    assert "мотокар &amp; &lt;багер&gt;" in page
    given = {"phrases": "мотокар & <багер>", "language": "bg"}
    for model in ("synonymgroup", "promotion"):
        add = reverse(f"wagtailsnippets_search_{model}:add")
        assert f'href="{add}?phrases=%D0%BC%D0%BE%D1%82%D0%BE%D0%BA%D0%B0%D1%80+%26+' in page
        form = editor.get(add, given).content.decode()
        assert "мотокар &amp; &lt;багер&gt;</textarea>" in form
    assert '<option value="bg" selected>' in form


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_its_files_contain_no_formulas(editor, export):  # case 25
    asked('=HYPERLINK("x")')
    response = editor.get(REPORT, {"export": export})
    content = b"".join(response.streaming_content)
    text = content.decode() if export == "csv" else str(list(load_workbook(io.BytesIO(content)).active.values))
    assert "'=hyperlink" in text


def test_editors_and_moderators_see_it_and_nobody_else(log_in):
    for group, status in (("Editors", 200), ("Moderators", 200), ("Translators", 302)):
        client = log_in(group)
        assert client.get(REPORT).status_code == status
        assert (REPORT in client.get("/admin/").content.decode()) == (status == 200)


def test_it_takes_a_fixed_number_of_queries(editor):
    def taken():
        assert editor.get(REPORT).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(REPORT).status_code == 200
        return len(captured)

    asked("хляб")
    few = taken()
    for number in range(12):
        asked(f"дума {number}")
    assert taken() == few
