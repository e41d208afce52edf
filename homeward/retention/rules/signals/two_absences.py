"""Several days missed within a week.

Met when: as many different days missed without a word within seven days, today included.
Numbers: `signal_absences_in_7_days`.

A day with four groups is one day. Excused absences and cancelled days do not count.
Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import (
    DAY,
    Course,
    Kind,
    SignalNumbers,
    distinct_days,
    quiet,
    raised,
)

CODE = "two_absences"
LOOKS_AT = (Kind.ABSENT,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the days lie within the window."""
    detail = {"needed": numbers.absences, "days": numbers.absence_days}
    missed = course.told(Kind.ABSENT, on - (numbers.absence_days - 1) * DAY, on, on)
    if distinct_days(missed) < numbers.absences:
        return quiet(CODE, **detail, missed=distinct_days(missed))
    return raised(CODE, missed, missed[-1], **detail, missed=distinct_days(missed))
