"""A closed day that leaves somebody alone for long.

Met when: a closed day within the days ahead that makes a row of days without program longer than
    the program's longest gap.
Numbers: `signal_holiday_days_ahead`, `max_gap_days`.

A closed day in the middle of a week, with program before and after it, raises nothing.
Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "holiday_ahead"
LOOKS_AT = (Kind.CLOSED_DAY,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised from so many days before until the day itself."""
    ahead = course.told(Kind.CLOSED_DAY, on, on + numbers.holidays_ahead * DAY, on)
    long = [day for day in ahead if day.value > numbers.gap_days]
    detail = {"days": numbers.holidays_ahead, "gap": numbers.gap_days}
    if not long:
        return quiet(CODE, **detail)
    return raised(CODE, long, long[0], **detail, alone=max(day.value for day in long))
