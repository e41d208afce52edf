"""The dates of public holidays a program may close on, computed for any year.

Source: 5 U.S.C. 6103 for the days; the actual day is taken, not a weekday observed instead.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

MONDAY, THURSDAY = 0, 3

# Month with a fixed day, or with a weekday and which one of the month (-1: the last).
_FIXED = {
    "new_years_day": (1, 1),
    "juneteenth": (6, 19),
    "independence_day": (7, 4),
    "veterans_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas_day": (12, 25),
}
_NTH = {
    "martin_luther_king_day": (1, MONDAY, 3),
    "presidents_day": (2, MONDAY, 3),
    "memorial_day": (5, MONDAY, -1),
    "labor_day": (9, MONDAY, 1),
    "indigenous_peoples_day": (10, MONDAY, 2),
    "thanksgiving": (11, THURSDAY, 4),
}

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "new_years_day": "New Year's Day",
        "martin_luther_king_day": "Martin Luther King Jr. Day",
        "presidents_day": "Presidents' Day",
        "memorial_day": "Memorial Day",
        "juneteenth": "Juneteenth",
        "independence_day": "Independence Day",
        "labor_day": "Labor Day",
        "indigenous_peoples_day": "Indigenous Peoples' Day",
        "veterans_day": "Veterans Day",
        "thanksgiving": "Thanksgiving Day",
        "day_after_thanksgiving": "Day after Thanksgiving",
        "christmas_eve": "Christmas Eve",
        "christmas_day": "Christmas Day",
    }
)


def holiday_on(code: str, year: int) -> date:
    """The date of a holiday in a year; raises KeyError for an unknown code."""
    if code == "day_after_thanksgiving":
        return holiday_on("thanksgiving", year) + timedelta(days=1)
    if code in _FIXED:
        return date(year, *_FIXED[code])
    month, weekday, which = _NTH[code]
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
