"""Bulgarian, where Django's own formats say nothing or differ from how dates are written."""

DATE_FORMAT = "d F Y"
DATETIME_FORMAT = "d F Y, H:i"
YEAR_MONTH_FORMAT = "F Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1
NUMBER_GROUPING = 3
