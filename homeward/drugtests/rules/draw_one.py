"""The first method of drawing, kept so that days published under it can be checked for ever.

Nothing is drawn by it any more. It had a longest gap instead of a minimum per window, and no seal.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.drugtests.rules.draw import MONTH_DAYS, NUMBERS_IN_A_HASH, WEEK_DAYS

FIRST_METHOD = "homeward-draw-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstEntry:
    """One client of a roster of the first method; a gap of 0 sets no minimum."""

    token: str
    eligible: bool
    times_this_month: int
    days_since_last: int
    tests_per_month: int
    days_per_week: int
    most_per_month: int
    longest_gap_days: int

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def is_drawn(self, lot: int, day: date) -> bool:
        """Not beyond the maximum; after the longest gap whatever the lot; else by chance."""
        if not self.eligible or self.times_this_month >= self.most_per_month:
            return False
        is_due = 0 < self.longest_gap_days <= self.days_since_last
        share = self.tests_per_month * WEEK_DAYS * NUMBERS_IN_A_HASH
        return is_due or lot * self.days_per_week * MONTH_DAYS < share
