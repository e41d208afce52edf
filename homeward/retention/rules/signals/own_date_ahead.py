"""A day that the person said is hard for them.

Met when: a day of their own, told to the team, is today or within the days ahead.
Numbers: `signal_own_date_days_ahead`.

Anniversaries, birthdays, court days, the day somebody died: theirs to name and to take back.
Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "own_date_ahead"
LOOKS_AT = (Kind.OWN_DATE,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised from so many days before until the day itself."""
    ahead = course.told(Kind.OWN_DATE, on, on + numbers.own_dates_ahead * DAY, on)
    if not ahead:
        return quiet(CODE, days=numbers.own_dates_ahead)
    return raised(CODE, ahead, ahead[0], days=numbers.own_dates_ahead)
