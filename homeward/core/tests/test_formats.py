"""Dates and times read alike on every page."""

import re
from datetime import UTC, datetime
from pathlib import Path

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


HOUSE = Path(__file__).resolve().parents[2]
SPELT = sorted(
    {
        found
        for kind in ("*.py", "*.html")
        for file in HOUSE.rglob(kind)
        if "tests" not in file.parts and "formats" not in file.parts
        for found in re.findall(
            r'["\']([^"\'\n]{0,12}j F[^"\'\n]{0,12})["\']', file.read_text("utf-8")
        )
    }
)


@pytest.mark.parametrize("form", SPELT)
def test_every_format_a_page_spells_is_said_in_spanish(form):
    with override("es"):
        words = date_format(datetime(2026, 11, 17, 21, 1, tzinfo=UTC), form)
    assert "17 de noviembre" in words
    assert ("de 2026" in words) == ("Y" in form)


def test_the_formats_were_found():
    assert {"j F", "l j F", "j F Y"} <= set(SPELT)
