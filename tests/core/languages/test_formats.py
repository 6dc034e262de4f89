"""Dates and numbers as each language writes them."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format, number_format

from core.templatetags.numbers import grouped

MOMENT = datetime.datetime(2026, 11, 5, 14, 30)


@pytest.mark.parametrize(
    ("language", "date", "moment", "month"),
    [
        ("bg", "05 ноември 2026", "05 ноември 2026, 14:30", "ноември 2026"),
        ("en", "5 November 2026", "5 November 2026, 14:30", "November 2026"),
    ],
)
def test_dates_are_written_as_the_language_does(language, date, moment, month):
    with translation.override(language):
        assert date_format(MOMENT, "DATE_FORMAT").lower() == date.lower()
        assert date_format(MOMENT, "DATETIME_FORMAT").lower() == moment.lower()
        assert date_format(MOMENT, "YEAR_MONTH_FORMAT").lower() == month.lower()


def test_bulgarian_has_a_decimal_comma():
    with translation.override("bg"):
        assert number_format(2.5) == "2,5"


@pytest.mark.parametrize(("language", "written"), [("bg", "10\xa0000"), ("en", "10,000")])
def test_large_numbers_are_grouped_as_the_language_does(language, written):
    with translation.override(language):
        assert grouped(10_000) == written


def test_years_and_numbers_like_them_stay_whole():
    assert grouped(1720) == "1720"


def test_what_is_no_number_is_not_grouped():
    assert grouped("") == ""
