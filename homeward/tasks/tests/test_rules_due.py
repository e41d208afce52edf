"""By when a duty is due."""

from datetime import UTC, datetime

import pytest

from homeward.tasks.rules.due import due_at

MORNING = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # 10:00 in Chicago
NIGHT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # 21:00 in Chicago


@pytest.mark.parametrize(
    ("word", "opened", "due"),
    [
        ("now", MORNING, datetime(2026, 11, 24, 16, 15, tzinfo=UTC)),
        ("same contact", MORNING, datetime(2026, 11, 24, 17, 0, tzinfo=UTC)),
        ("same day", MORNING, datetime(2026, 11, 25, 2, 0, tzinfo=UTC)),
        ("same day", NIGHT, datetime(2026, 11, 25, 4, 0, tzinfo=UTC)),
        ("next contact", MORNING, datetime(2026, 12, 1, 16, 0, tzinfo=UTC)),
        ("whenever", MORNING, datetime(2026, 11, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_duty_is_due_by_its_urgency(word: str, opened: datetime, due: datetime) -> None:
    """An unknown word is read as today, and nothing is born overdue."""
    assert due_at(word, opened, "America/Chicago") == due
