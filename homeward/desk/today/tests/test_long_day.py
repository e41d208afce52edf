"""A day of a whole house: what runs and comes next stands open, and nothing is lost."""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.core.components import DayEntry
from homeward.desk.today.day import LONG_DAY, NEXT_SHOWN, folded_day

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "hour", "parts"),
    [
        (LONG_DAY, 3, (0, LONG_DAY, 0)),
        (20, 0, (0, NEXT_SHOWN, 12)),
        (20, 5, (4, NEXT_SHOWN, 8)),
        (20, 30, (20, 0, 0)),
    ],
)
def test_a_long_day_is_folded_around_now(
    count: int, hour: int, parts: tuple[int, int, int]
) -> None:
    """One an hour; what began within the hour runs now and stays in sight."""
    now = NINE + timedelta(hours=hour, minutes=-1)
    timed = [
        (at, DayEntry(f"{at:%H:%M}", str(number), now=at <= now < at + timedelta(hours=1)))
        for number in range(count)
        for at in [NINE + timedelta(hours=number)]
    ]
    day = folded_day(NINE.date(), (), timed, now)
    assert (len(day.earlier), len(day.entries), len(day.later)) == parts
    assert [*day.earlier, *day.entries, *day.later] == [entry for _at, entry in timed]
