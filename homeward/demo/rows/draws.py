"""The day's draw of each pool: committed the day before, drawn in the morning, then revealed."""

from datetime import datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events


def draw_of(told: Teller, life: Life, event: events.TestDrawn) -> tuple[Any, datetime]:
    """The draw a test belongs to, and until when the specimen may be given."""
    at = utc(event.at)
    numbers = told.setting.numbers(event.day)
    soonest = at + timedelta(hours=int(numbers["draw_window_min_hours"]))
    latest = at + timedelta(hours=int(numbers["draw_window_max_hours"]))
    held = [each for each in life.seats_on.get(event.day, []) if each.released_at is None]
    ends = max((each.ends_at for each in held), default=latest)
    return None, min(max(ends, soonest), latest)
