"""Dates and times read alike on every page."""

from datetime import UTC, datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override


@pytest.mark.parametrize(
    ("language", "form", "words"),
    [
        ("en", "DATE_FORMAT", "17 November 2026"),
        ("en", "DATETIME_FORMAT", "17 November 2026, 21:01"),
        ("en", "SHORT_DATETIME_FORMAT", "17 Nov 2026, 21:01"),
        ("es", "DATE_FORMAT", "17 de noviembre de 2026"),
        ("es", "DATETIME_FORMAT", "17 de noviembre de 2026 a las 21:01"),
    ],
)
def test_the_day_before_the_month_and_a_24_hour_clock(language, form, words):
    """As the pages that spell their formats out have it."""
    with override(language):
        assert date_format(datetime(2026, 11, 17, 21, 1, tzinfo=UTC), form) == words
