"""Somebody missed a day in their first week.

Met when: at least one day missed without a word within the first days from admission, the day of
    admission being the first; asked on each of these days.
Numbers: `signal_first_week_days`.

Excused absences and days the program cancelled do not count.
Source: field practice; 29 to 42 of a hundred never start and many do not return for a second visit.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "first_week_absence"
LOOKS_AT = (Kind.ABSENT,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the first week lasts, from the first missed day on."""
    ends = course.admitted_on + (numbers.first_week_days - 1) * DAY
    days = {"days": numbers.first_week_days}
    if on > ends:
        return quiet(CODE, **days)
    missed = course.told(Kind.ABSENT, course.admitted_on, on, on)
    if not missed:
        return quiet(CODE, **days)
    return raised(CODE, missed, missed[-1], **days, missed=len({fact.on for fact in missed}))
